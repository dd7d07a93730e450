package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.OwnPorts;
import dev.garrison.trial.PackedProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults of a simulated site as the commands report them, and what is left once they end. */
final class LabFaultsIT {
  private static final int CHANGES = 2;
  private static final int WAITING = 3;
  private static final int BLOCKED = 4;

  @TempDir Path logs;
  private Path folder;
  private LabProcess lab;

  @BeforeEach
  void start() throws InterruptedException {
    folder = logs.resolve("learn");
    Result made =
        PackedProgram.run(
            logs, "lab", "--init", folder.toString(), "--port", "" + OwnPorts.takePair());
    assertThat(made.exit()).as(made.err()).isZero();
    lab = new LabProcess(folder, logs, "--speed", "0x");
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  private Result run(String... words) throws InterruptedException {
    return LabProcess.run(folder, logs, List.of(words));
  }

  private static String words(Result result) {
    return result.out().replaceAll("\\s+", " ");
  }

  @Test
  void aFailedDistributionIsBlockedWithPointsAndRemedyUntilItEnds() throws InterruptedException {
    run("lab", "fault", "distribution");
    for (int round = 0; round < 2; round++) {
      assertThat(run("apply", "--yes").exit()).isEqualTo(WAITING);
      run("lab", "advance", "1h");
    }
    Result plan = run("plan");
    assertThat(plan.exit()).isEqualTo(BLOCKED);
    assertThat(words(plan))
        .contains(
            "x Blocked: 4 of 4 distribution points of Europe DPs failed: dp-eur01, dp-eur02, dp-eur03, dp-eur04 (failed to connect to the remote distribution point) Fix: Repair the distribution point, then redistribute the content");

    assertThat(run("lab", "fault", "--end", "distribution").out()).isEqualTo("Faults   none\n");
    run("lab", "advance", "10m");
    Result ended = run("plan");
    assertThat(ended.exit()).isEqualTo(CHANGES);
    assertThat(words(ended)).doesNotContain("Blocked");
  }

  @Test
  void anUpdateServerThatDeniesAccessOrHasAWrongClockBlocksItsApprovals()
      throws InterruptedException {
    run("lab", "fault", "wsus-denied");
    Result denied = run("plan", "--only", "wsus");
    assertThat(denied.exit()).isEqualTo(BLOCKED);
    assertThat(words(denied)).contains("denied access Fix: Add the account to the local group");

    run("lab", "fault", "wsus-clock");
    run("lab", "fault", "--end", "wsus-denied");
    Result clock = run("plan", "--only", "wsus");
    assertThat(clock.exit()).isEqualTo(BLOCKED);
    assertThat(words(clock))
        .contains("and this computer differ by more than five minutes Fix: Correct the clock");

    run("lab", "fault", "--end", "wsus-clock");
    assertThat(run("plan", "--only", "wsus").exit()).isEqualTo(CHANGES);
  }

  @Test
  void aWrongClockOfTheSiteIsARemarkOfThePlan() throws InterruptedException {
    run("lab", "fault", "clock");
    assertThat(words(run("plan", "--only", "site", "--notes")))
        .contains("they are more than five minutes apart. Correct the clock that is wrong.");

    run("lab", "fault", "--end", "clock");
    assertThat(words(run("plan", "--only", "site", "--notes"))).doesNotContain("minutes apart");
  }

  @Test
  void aFaultTakesAWholeRingByItsCollection() throws InterruptedException {
    assertThat(run("lab", "fault", "install", "Pilot servers", "BR01").out())
        .isEqualTo("Fault    install FS01 WEB01 APP01 BR01\n");
    assertThat(run("lab", "fault", "--end", "install", "Pilot servers").out())
        .isEqualTo("Fault    install BR01\n");
  }
}
