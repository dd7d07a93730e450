package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.garrison.job.JobMode;
import dev.garrison.jobaccess.OpenJobAccess;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.ring.RingState;
import dev.garrison.rings.FailingRing.Typed;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.trial.TrialJobs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One word that stops everything. */
final class HaltAllIT {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private static void open(FailingRing ring) {
    for (int round = 0; round < 3; round++) {
      ring.applied();
      ring.site().pass(Duration.ofMinutes(10));
    }
  }

  private static Map<JobKind, JobMode> modes(FailingRing ring) throws InterruptedException {
    try (OpenJobAccess jobs = new TrialJobs(ring.site()).jobs()) {
      return jobs.jobs().modes();
    }
  }

  @Test
  void everyRingIsHaltedAndTheJobsThatWriteArePaused() throws Exception {
    try (FailingRing ring = new FailingRing(folder)) {
      TrialJobs jobs = new TrialJobs(ring.site());
      jobs.schedule("job: rollout, every: 1h");
      jobs.set(JobKind.ROLLOUT, JobMode.ENABLED);
      open(ring);

      Typed halted = ring.type(A_MINUTE, "rollout", "halt", "--all", "--reason", "INC7");

      assertThat(halted.err()).contains("Halt every ring, and pause the jobs that write?");
      assertThat(halted.exit()).isZero();
      assertThat(halted.out())
          .contains("4 of the 4 servers that deployments of ring pilot target may still run them")
          .endsWith(
              """

              Paused jobs: rollout. To start them again, run "garrison job enable NAME".
              To resume a ring, run "garrison rollout resume RING".
              """);
      assertThat(modes(ring)).containsExactly(Map.entry(JobKind.ROLLOUT, JobMode.PAUSED));
      assertThat(ring.report().state()).isEqualTo(RingState.HALTED);
      assertThat(ring.report().reason()).matches("INC7 \\(by \\S+, \\S+Z\\)");
    }
  }

  @Test
  void aRingThatIsHaltedKeepsItsReason() throws Exception {
    try (FailingRing ring = new FailingRing(folder)) {
      open(ring);
      ring.type(A_MINUTE, "rollout", "halt", "pilot", "--reason", "CHG7");

      Typed again =
          ring.type(A_MINUTE, "rollout", "halt", "--all", "--reason", "INC7", "-y", "--json");

      JsonNode answer = new ObjectMapper().readTree(again.out());
      assertThat(answer.path("format").asText()).isEqualTo("garrison.rings-halted/1");
      assertThat(answer.path("succeeded").asBoolean()).isTrue();
      assertThat(answer.path("pausedJobs")).isEmpty();
      assertThat(ring.report().reason()).startsWith("CHG7 (by ");
    }
  }

  @Test
  void theJobsArePausedAlsoWhileSomebodyElseWrites() throws Exception {
    try (FailingRing ring = new FailingRing(folder)) {
      new TrialJobs(ring.site()).schedule("job: rollout, every: 1h");
      open(ring);
      Typed refused;
      try (OpenSession other = ring.site().open();
          WriteSession _ = other.session().write()) {
        refused = ring.type(A_MINUTE, "rollout", "halt", "--all", "--reason", "INC7");
      }

      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err())
          .contains("Paused jobs: rollout.", "The halt didn't finish: run it again.");
      assertThat(modes(ring)).containsExactly(Map.entry(JobKind.ROLLOUT, JobMode.PAUSED));
    }
  }

  @Test
  void oneRingOrAllAreNamed() throws Exception {
    try (FailingRing ring = new FailingRing(folder)) {
      String message = "Specify either one ring or --all.";
      Typed none = ring.type(A_MINUTE, "rollout", "halt", "--reason", "INC7");
      assertThat(none.err()).contains(message);
      assertThat(none.exit()).isEqualTo(64);
      Typed both = ring.type(A_MINUTE, "rollout", "halt", "pilot", "--all", "--reason", "INC7");
      assertThat(both.err()).contains(message);
      assertThat(both.exit()).isEqualTo(64);
    }
  }

  @Test
  void beforeAnythingIsThereNothingIsHalted() throws Exception {
    try (FailingRing ring = new FailingRing(folder)) {
      Typed none = ring.type(A_MINUTE, "rollout", "halt", "--all", "--reason", "INC7", "-y");
      assertThat(none.err())
          .contains("No ring has a managed collection on the site yet.", "GAR-0516");
      assertThat(none.exit()).isEqualTo(1);
    }
  }
}
