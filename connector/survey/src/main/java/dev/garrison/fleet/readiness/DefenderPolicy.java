package dev.garrison.fleet.readiness;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.live.LiveAnswer;
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
        .flatMap(LiveAnswer::disabledByPolicy)
        .filter(value -> !value.equals("0") && !value.equals(LiveAnswer.NOT_SET))
        .map(value -> finding("the policy DisableAntiSpyware is " + value));
  }

  private Finding finding(String head) {
    if (system.filter(OperatingSystem::needsInstaller).isPresent()) {
      return Finding.notReady(
          Prerequisite.DEFENDER,
          head + ", and install.ps1 installs no sensor then (39)",
          "Remove the policy: until then the installation changes nothing and leaves with 20008.");
    }
    return antivirus == Antivirus.PASSIVE && system.isPresent()
        ? Finding.note(
            Prerequisite.DEFENDER,
            head
                + "; it leaves Microsoft Defender Antivirus off if it was there before onboarding, and passive otherwise",
            "Nothing, unless Microsoft Defender Antivirus shall be passive and up to date: remove the policy then.")
        : Finding.notReady(
            Prerequisite.DEFENDER,
            head + ", which turns Microsoft Defender Antivirus off",
            "Remove the policy: until then the installation changes nothing and leaves with 20008.");
  }
}
