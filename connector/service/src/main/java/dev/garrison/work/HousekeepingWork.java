package dev.garrison.work;

import dev.garrison.history.Outbox;
import dev.garrison.history.RunHistory;
import dev.garrison.history.StandingHistory;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.language.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * Deletes history that is older than the manifest keeps. Journals are evidence and are never
 * deleted.
 */
final class HousekeepingWork implements JobWork {
  private final RunHistory runs;
  private final StandingHistory standings;
  private final Outbox outbox;
  private final InstantSource clock;

  HousekeepingWork(RunHistory runs, StandingHistory standings, Outbox outbox, InstantSource clock) {
    this.runs = runs;
    this.standings = standings;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public JobReport run(JobTask task) {
    Instant before = clock.instant().minus(Duration.ofDays(task.manifest().jobs().keepDays()));
    int forgottenRuns = runs.forget(before);
    outbox.forget(before);
    int forgottenStays = standings.forget(before);
    return JobReport.of(
        JobOutcome.DONE,
        Text.of(
                "job-summary.deleted",
                "runs",
                forgottenRuns,
                "states",
                forgottenStays,
                "day",
                LocalDate.ofInstant(before, task.zone()))
            .toString());
  }
}
