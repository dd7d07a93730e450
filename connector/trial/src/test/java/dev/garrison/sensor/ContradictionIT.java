package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.work.Variant;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server whose rows and whose list of approvals do not agree. */
final class ContradictionIT {
  private static final String NONE_LISTED =
      "reports these updates as approved, but lists no approval for them: ";
  private static final String LISTED =
      "reports these updates as not approved, but lists an approval for them: ";

  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void start() {
    trial = new TrialUpdates(folder);
  }

  @AfterEach
  void close() {
    assertThat(trial.server("wsus01").calls().violations()).isEmpty();
    trial.close();
  }

  private static String words(Ended ended) {
    return (ended.steady() + ended.err()).replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @EnumSource(names = {"APPROVALS_NOT_LISTED", "NEVER_DEPLOYED"})
  void isSaidByPlanAndByStatusWhichIsToBeLookedAt(Variant variant) {
    trial.apply();
    trial.server("wsus01").quirks(quirks -> quirks.vary(variant));
    String said = variant == Variant.NEVER_DEPLOYED ? LISTED : NONE_LISTED;
    assertThat(words(trial.plan())).contains(said);
    Ended status = trial.status();
    assertThat(words(status)).contains(said).contains("GAR-0562");
    assertThat(status.code()).isEqualTo(2);
  }

  @Test
  void whatMayBeApprovedAlreadyIsNotApprovedOnTopOfThat() {
    trial.decideByHand("10.8798.25857.1000", "Frozen servers", Approval.INSTALL);
    trial.server("wsus01").quirks(quirks -> quirks.vary(Variant.APPROVALS_NOT_LISTED));
    assertThat(words(trial.apply()))
        .contains("the server reports this update as approved, but lists no approval");
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  @Test
  void aRowThatDeniesWhatIsListedHoldsNothingUp() {
    trial.server("wsus01").quirks(quirks -> quirks.vary(Variant.NEVER_DEPLOYED));
    assertThat(trial.apply().code()).isZero();
    trial.replace(
        "sensorUpdate:\n",
        "sensorUpdate:\n    hold:\n      - {version: 10.8798.25857.1000, reason: INC0042}\n");
    trial.apply();
    assertThat(trial.writes("wsus01"))
        .contains("ExecuteSPDeployUpdate1", "ExecuteSPDeleteDeployment");
  }

  @Test
  void nothingIsDeclinedWhereApprovalsMayBeMissing() {
    new OldUpdates(trial).everybodyHasTheNewest();
    trial.server("wsus01").quirks(quirks -> quirks.vary(Variant.APPROVALS_NOT_LISTED));
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    decline: decline\n");
    trial.apply();
    assertThat(trial.writes("wsus01")).doesNotContain("ExecuteSPDeclineUpdate");
  }
}
