package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.JobMode;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The service as it is packed, killed in the middle of a job and started again. The packed program
 * goes by this machine's clock, and so does the site here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServiceIT {
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final int MOST_RUNS = 12;
  private static final String SCHEDULE =
      "job: rollout, every: 90d, autoApply: [prepare, deploy, halt]";

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(AN_HOUR);
  private String undisturbed = "";
  private int writes;

  @BeforeAll
  void undisturbed(@TempDir Path folder) throws InterruptedException {
    try (TrialSite site = started(folder)) {
      toTheEnd(site, folder);
      undisturbed = site.lab().dump();
      writes = site.lab().requests().writes().size();
    }
  }

  private TrialSite started(Path folder) throws InterruptedException {
    TrialSite site = new TrialSite("2107-rollup", folder, start);
    TrialJobs jobs = new TrialJobs(site);
    jobs.schedule(SCHEDULE);
    jobs.set(JobKind.ROLLOUT, JobMode.ENABLED);
    return site;
  }

  /** Runs the job as often as it takes, as a service does. */
  private static void toTheEnd(TrialSite site, Path folder) throws InterruptedException {
    TrialJobs jobs = new TrialJobs(site);
    for (int run = 0; run < MOST_RUNS; run++) {
      site.pass(Duration.ofMinutes(10));
      if (jobs.run(JobKind.ROLLOUT).outcome().orElseThrow() == dev.garrison.job.JobOutcome.DONE) {
        return;
      }
    }
    throw new AssertionError("still not done in " + folder);
  }

  /** The first, one in the middle; with {@code -Dcampaign.full=true} every one of the first run. */
  Stream<Integer> deaths() {
    return Boolean.getBoolean("campaign.full")
        ? Stream.iterate(1, number -> number <= writes, number -> number + 1)
        : Stream.of(5);
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void aServiceKilledAtAWriteGoesOnWhereItWas(int number, @TempDir Path folder)
      throws InterruptedException {
    try (TrialSite site = started(folder)) {
      Served served = new Served(folder);
      assertThat(served.killed(kill -> site.lab().faults().actAfterWrite(number, kill)))
          .as("killed, not ended")
          .isEqualTo(137);

      CountDownLatch written = new CountDownLatch(1);
      site.lab().faults().actAfterWrite(1, written::countDown);
      Running second = PackedProgram.start(folder, "serve", "--listen", "none");
      written.await();
      JavaProcess.interrupt(second.process());
      assertThat(served.outcomes()).startsWith("interrupted").hasSize(2);

      toTheEnd(site, folder);
      assertThat(site.lab().dump()).isEqualTo(undisturbed);
    }
  }

  @Test
  void aSignalToEndLetsTheWriteInHandBeFinishedAndJournaled(@TempDir Path folder)
      throws InterruptedException {
    try (TrialSite site = started(folder)) {
      CompletableFuture<Process> process = new CompletableFuture<>();
      site.lab()
          .faults()
          .actAfterWrite(
              3, () -> process.join().toHandle().destroy()); // SIGTERM, while the answer is awaited
      Running serving = PackedProgram.start(folder, "serve", "--listen", "none");
      process.complete(serving.process());
      assertThat(serving.await().exit()).isEqualTo(143);

      assertThat(new Served(folder).outcomes()).containsExactly("stopped");
      assertThat(site.lab().requests().writes()).hasSize(3);
      // Three versions on the share came before the three objects.
      assertThat(PackedProgram.run(folder, "journal", "show").out())
          .contains("6 applied, 0 unchanged, 15 failed, 0 waiting");
    }
  }
}
