package dev.garrison.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update server whose clock is not that of the computer that runs Garrison. */
final class UpdateServerClockIT {
  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void start() {
    trial = new TrialUpdates(folder);
  }

  @AfterEach
  void stop() {
    trial.close();
  }

  @Test
  void nothingIsWrittenToItAndThePlanSaysBothTimes() {
    trial.server("wsus01").time().runAhead(Duration.ofDays(-5));
    Ended planned = trial.plan();
    assertThat(planned.steady().replaceAll("\\s+", " "))
        .contains(
            " when the clock of this computer showed 2026-11-02 08:00:01 UTC: they are more than five minutes apart.")
        .contains("Plan: 0 to create, 0 to change, 0 to delete. 0 waiting, 2 blocked, 0 manual.");
    assertThat(trial.apply().code()).isEqualTo(4);
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  @Test
  void aServerThatTellsNoTimeIsSaidToBeUnknownAndIsWrittenTo() {
    trial.server("wsus01").time().keepSilent();
    assertThat(trial.plan().steady())
        .contains("127.0.0.1:PORT does not tell its time (its answers have no Date)");
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.writes("wsus01")).containsExactly("ExecuteSPDeployUpdate1");
  }

  @Test
  void aDeadlineThatIsTooNearByTheServersClockIsNotGiven() {
    trial.replace("  sensorUpdate:", "  sensorUpdate:\n    deadline: +1h\n    shortDeadline: true");
    trial.server("wsus01").time().runAhead(Duration.ofMinutes(4));
    Ended applied = trial.apply();
    assertThat(applied.code()).isEqualTo(1);
    assertThat(applied.err() + applied.out()).contains("GAR-0993");
    assertThat(trial.writes("wsus01")).isEmpty();
  }
}
