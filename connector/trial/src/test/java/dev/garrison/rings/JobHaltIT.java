package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.ring.RingState;
import dev.garrison.servers.RawSite;
import dev.garrison.trial.TrialJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job that looks after the rings halts one whose servers are not well. */
final class JobHaltIT {
  @TempDir Path folder;

  private static JobRun run(FailingRing ring, String kinds) throws InterruptedException {
    TrialJobs jobs = new TrialJobs(ring.site());
    jobs.schedule("job: rollout, every: 1h, autoApply: [%s]".formatted(kinds));
    jobs.set(JobKind.ROLLOUT, JobMode.ENABLED);
    return jobs.run(JobKind.ROLLOUT);
  }

  /** Whether the site gives clients any deployment of the ring. */
  private static boolean isGoing(FailingRing ring) {
    try (RawSite raw = new RawSite(ring.site().lab().adminService())) {
      List<Boolean> enabled = new ArrayList<>();
      raw.get("SMS_ApplicationAssignment")
          .path("value")
          .forEach(row -> enabled.add(row.path("Enabled").asBoolean()));
      assertThat(enabled).isNotEmpty();
      return enabled.contains(true);
    }
  }

  @Test
  void aRingIsHaltedByAJobThatMayDoNothingElse() throws Exception {
    try (FailingRing ring = new FailingRing(folder)) {
      ring.letFail();
      JobRun run = run(ring, "halt");
      assertThat(run.journals()).hasSize(1);
      assertThat(ring.report().state()).isEqualTo(RingState.HALTED);
      assertThat(isGoing(ring)).isFalse();
      assertThat(new TrialJobs(ring.site()).run(JobKind.ROLLOUT).journals()).isEmpty();
    }
  }

  @Test
  void aPackageThatIsGoneKeepsNoRingGoing() throws Exception {
    try (FailingRing ring = new FailingRing(folder)) {
      ring.letFail();
      Files.delete(ring.site().folder().resolve("packages/install.ps1"));
      JobRun run = run(ring, "halt");
      assertThat(run.outcome()).contains(JobOutcome.FAILED);
      assertThat(run.journals()).hasSize(1);
      assertThat(isGoing(ring)).isFalse();
    }
  }

  @Test
  void noRingIsHaltedByAJobThatMayNot() throws IOException, InterruptedException {
    try (FailingRing ring = new FailingRing(folder)) {
      ring.letFail();
      JobRun run = run(ring, "prepare");
      assertThat(run.outcome()).contains(JobOutcome.PENDING);
      assertThat(isGoing(ring)).isTrue();
    }
  }
}
