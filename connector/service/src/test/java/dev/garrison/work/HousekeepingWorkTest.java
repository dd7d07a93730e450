package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ServerState;
import dev.garrison.history.ProblemHistory;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.notice.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What history is forgotten. */
final class HousekeepingWorkTest extends HistoryTrial {
  private JobReport run() {
    return new HousekeepingWork(runs(), standings(), outbox(), () -> now)
        .run(
            task(
                JobKind.HOUSEKEEPING,
                JobMode.ENABLED,
                manifest("jobs: {keepDays: 100, schedules: [{job: housekeeping, every: 24h}]}")));
  }

  private long ended() {
    long run = begun(JobKind.STATUS);
    runs().end(run, JobKind.STATUS, JobReport.of(JobOutcome.DONE, "x"), now);
    return run;
  }

  private void stood(long run, ServerState state) {
    standings().keep(run, now, taker -> taker.accept(new Seen("pilot", 1, "SQL07", "", state)));
  }

  @Test
  void runsAndStatesThatAreOlderThanTheManifestKeepsAreForgotten() {
    now = NOW.minus(Duration.ofDays(102));
    stood(ended(), ServerState.FAILED);
    now = NOW.minus(Duration.ofDays(101));
    stood(ended(), ServerState.ONBOARDED);
    now = NOW.minus(Duration.ofDays(99));
    long kept = ended();
    now = NOW;
    JobReport report = run();
    assertThat(report)
        .isEqualTo(
            JobReport.of(
                JobOutcome.DONE, "deleted 2 runs and 1 server state from before 2026-08-16"));
    assertThat(runs().latest(Optional.empty(), 10)).extracting(JobRun::id).containsExactly(kept);
    assertThat(standings().of("SQL07", 10))
        .extracting(stay -> stay.state())
        .containsExactly("onboarded");
  }

  @Test
  void aRunThatBeganJustThenIsKept() {
    now = NOW.minus(Duration.ofDays(100));
    ended();
    now = NOW;
    assertThat(run().summary())
        .isEqualTo("deleted 0 runs and 0 server states from before 2026-08-16");
  }

  @Test
  void messagesThatWereTakenAreForgottenAndThoseThatWaitAreNot() {
    now = NOW.minus(Duration.ofDays(101));
    Instant then = now;
    JobRun run = runs().get(ended());
    new ProblemHistory(database())
        .takeIn(
            run,
            Set.of(),
            _ ->
                List.of(new Message("a", "drift 1", 1, "{}"), new Message("b", "drift 1", 1, "{}")),
            then);
    outbox().take(outbox().due("a", then).getFirst().id(), then, "200");
    now = NOW;
    run();
    assertThat(outbox().taken("a", then)).isZero();
    assertThat(outbox().due("b", now)).hasSize(1);
  }
}
