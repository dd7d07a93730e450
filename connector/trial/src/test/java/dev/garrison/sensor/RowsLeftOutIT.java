package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update whose row says what nobody understands. */
final class RowsLeftOutIT {
  private static final String WHY = "update: column 17 of 37, creation_date, is a text, not a time";

  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void start() {
    trial = new TrialUpdates(folder);
    trial
        .server("wsus01")
        .quirks(quirks -> quirks.unreadable().add(trial.update("10.8735.26020.1009")));
  }

  @AfterEach
  void close() {
    trial.close();
  }

  private static String flat(Ended ended) {
    return (ended.out() + ended.err()).replaceAll("\\s+", " ");
  }

  @Test
  void isLeftAloneAndSaidAndTheOthersGoOn() {
    Ended applied = trial.apply();
    assertThat(applied.code()).isZero();
    assertThat(flat(applied))
        .contains("returned rows that Garrison doesn't understand and ignores: " + WHY);
    assertThat(trial.decisions("wsus01"))
        .anyMatch(
            line -> line.startsWith("10.8798.25857.1000 for Pilot servers: install by Garrison"));
  }

  @Test
  void isToBeLookedAt() {
    Ended status = trial.status();
    assertThat(status.code()).isEqualTo(2);
    assertThat(flat(status))
        .contains("skipped, unrecognized row of the server: " + WHY)
        .contains("1 server needs attention.")
        .doesNotContain("No problems found");
  }
}
