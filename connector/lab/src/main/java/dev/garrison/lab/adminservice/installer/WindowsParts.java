package dev.garrison.lab.adminservice.installer;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.OperatingSystem;
import java.util.List;
import java.util.Optional;

/** Parts of Windows that the onboarding script needs. */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "this project, mecm-scripts: ReadinessChecks.ps1",
    says =
        "Onboarding exits with 20006 on 2012 R2 without KB2999226, KB3045999, or KB3080149 and"
            + " without KB5006714, and on 2016 before revision 2515. It exits with 20007 on 2019"
            + " and later without the service Sense, and, with -Antivirus active there and always"
            + " on 2016, if the service WinDefend is missing or disabled.")
final class WindowsParts {
  private static final int UPDATE_MISSING = 20006;
  private static final int DEFENDER_MISSING = 20007;
  private static final int REVISION_OF_2016 = 2515;
  private static final String DEFENDER = "WinDefend";

  private WindowsParts() {}

  /** Exit code of a script that refuses a device because of its Windows; the first one counts. */
  static Optional<Integer> refusal(Device device, boolean passive) {
    Device.Condition condition = device.condition();
    boolean old = device.os() == OperatingSystem.SERVER_2012_R2;
    boolean onlyAntivirus = device.os() == OperatingSystem.SERVER_2016;
    boolean needsUpdate =
        old
            ? !condition.updates().contains("KB5006714")
                && !condition.updates().containsAll(List.of("KB2999226", "KB3045999", "KB3080149"))
            : onlyAntivirus && condition.revision() < REVISION_OF_2016;
    boolean needsDefender = onlyAntivirus || (!old && !passive);
    boolean works =
        condition.services().contains(DEFENDER) && !condition.disabled().contains(DEFENDER);
    boolean needsSensor = !old && !onlyAntivirus && !condition.services().contains("Sense");
    if (needsUpdate) {
      return Optional.of(UPDATE_MISSING);
    }
    return (needsDefender && !works) || needsSensor
        ? Optional.of(DEFENDER_MISSING)
        : Optional.empty();
  }
}
