package dev.garrison.fleet.readiness;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.language.Message;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.util.Optional;

/**
 * Checks the policy DisableAntiSpyware, which only the server itself reports. Its name in the
 * editor is "Turn off Microsoft Defender Antivirus". Microsoft allows it on a server that is to be
 * passive, where the sensor is built in; install.ps1 refuses it on 2012 R2 and 2016. The
 * installation checks it before it changes anything.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-compatibility">
 *     Microsoft Defender Antivirus compatibility with other security products</a>
 * @see <a href="https://github.com/microsoft/mdefordownlevelserver">install.ps1, exit code 39</a>
 */
record DefenderPolicy(Antivirus antivirus, Optional<OperatingSystem> system) {
  Optional<Finding> of(Server server) {
    return server
        .live()
        .filter(LiveAnswer::isDisabledByPolicy)
        .flatMap(LiveAnswer::disabledByPolicy)
        .map(this::finding);
  }

  private Finding finding(String value) {
    if (system.filter(OperatingSystem::needsInstaller).isPresent()) {
      return Finding.notReady(
          Prerequisite.DEFENDER, Message.of("server-check.policy-installer", "value", value));
    }
    return antivirus == Antivirus.PASSIVE && system.isPresent()
        ? Finding.note(
            Prerequisite.DEFENDER, Message.of("server-check.policy-passive", "value", value))
        : Finding.notReady(
            Prerequisite.DEFENDER, Message.of("server-check.policy-active", "value", value));
  }
}
