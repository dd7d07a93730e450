package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.Pause;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.session.Operator;
import dev.garrison.trial.TrialUpdates;
import dev.garrison.wiring.Jobs;
import dev.garrison.wiring.SiteSessions;
import dev.garrison.wiring.UpdateServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job that synchronises the update servers and approves there. */
final class SensorUpdateIT {
  private static final Operator TESTER = new Operator("tester", "test", 1, "test");

  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void aDayAfterTheLastSynchronisation() {
    trial = new TrialUpdates(folder);
    trial.replace(
        "sampleSharing:",
        "jobs: {timeZone: UTC, schedules: [{job: sensor-update, every: 90d, autoApply: [approve]}, {job: rollout, every: 90d}]}\nsampleSharing:");
    trial.pass(Duration.ofDays(1));
  }

  @AfterEach
  void stop() {
    trial.close();
  }

  private JobSchedule schedule(Pause pause) throws InterruptedException {
    Tempo tempo = new Tempo(trial.lab().clock(), pause, () -> 0.5);
    Jobs jobs =
        new Jobs(
            new SiteSessions(TESTER, tempo, Map.of(), _ -> Optional.empty()),
            new UpdateServers(tempo, Map.of(), _ -> Optional.empty()),
            TESTER,
            tempo,
            Map.of());
    JobSchedule schedule = jobs.open(trial.manifest(), Optional.empty());
    schedule
        .history()
        .modes()
        .set(JobKind.SENSOR_UPDATE, JobMode.ENABLED, trial.lab().clock().instant(), "a test");
    return schedule;
  }

  private static JobRun run(JobSchedule schedule, JobKind job) {
    return schedule.runner().run(job, JobRun.Reason.COMMAND);
  }

  @Test
  void aServerIsSynchronisedAndThenItsUpdateIsApproved() throws InterruptedException {
    try (JobSchedule schedule = schedule(trial::pass)) {
      JobRun run = run(schedule, JobKind.SENSOR_UPDATE);
      assertThat(run.outcome()).as("%s", run).contains(JobOutcome.DONE);
      assertThat(run.findings()).isEmpty();
    }
    assertThat(trial.writes("wsus01")).startsWith("StartSubscriptionManually");
    assertThat(trial.decisions("wsus01"))
        .anyMatch(line -> line.contains("for Pilot servers: install by"));
  }

  @Test
  void whatHasBeenCurrentForTooLongIsAFinding() throws InterruptedException {
    trial.pass(Duration.ofDays(90));
    try (JobSchedule schedule = schedule(trial::pass)) {
      JobRun run = run(schedule, JobKind.SENSOR_UPDATE);
      assertThat(run.findings()).extracting(JobReport.Finding::code).contains("GAR-0999");
      assertThat(run.outcome()).contains(JobOutcome.FINDINGS);
    }
  }

  @Test
  void anotherJobGoesOnWhileAServerSynchronises() throws InterruptedException {
    AtomicReference<JobSchedule> open = new AtomicReference<>();
    CompletableFuture<JobRun> other = new CompletableFuture<>();
    Pause pause =
        time -> {
          if (!other.isDone()) {
            other.completeAsync(() -> run(open.get(), JobKind.ROLLOUT));
            other.orTimeout(60, TimeUnit.SECONDS).join();
          }
          trial.pass(time);
        };
    try (JobSchedule schedule = schedule(pause)) {
      open.set(schedule);
      JobRun run = run(schedule, JobKind.SENSOR_UPDATE);
      assertThat(run.outcome()).as("%s", run).contains(JobOutcome.DONE);
      assertThat(other).isCompleted();
      assertThat(other.join().ended()).isPresent();
    }
  }
}
