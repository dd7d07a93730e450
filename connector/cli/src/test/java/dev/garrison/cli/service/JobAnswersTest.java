package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.Printed;
import dev.garrison.cli.Rows;
import dev.garrison.history.Outbox;
import dev.garrison.history.StandingHistory.Count;
import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun;
import dev.garrison.job.JobRun.Reason;
import dev.garrison.job.RunOrigin;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.CronExpression;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.manifest.job.Rhythm;
import dev.garrison.manifest.job.WriteWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JobAnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final JobRun ENDED =
      new JobRun(
          7,
          JobKind.STATUS,
          Reason.SCHEDULE,
          "garrison on adm01, process 4",
          JobMode.ENABLED,
          NOW,
          Optional.of(NOW.plusMillis(1500)),
          Optional.of(JobOutcome.FINDINGS),
          "2 servers to look at",
          List.of(new Finding("GAR-0101", "error", "It failed.", "Look.")),
          List.of(new JournalRun("20261124T210733Z-1", "9f2ce1")),
          true,
          false,
          List.of(new Sighting(Sighting.RING, "pilot", "open", "")),
          RunOrigin.NONE);
  private static final JobRun RUNNING =
      new JobRun(
          8,
          JobKind.STATUS,
          Reason.COMMAND,
          "anna on adm01, process 5",
          JobMode.PLAN_ONLY,
          NOW,
          Optional.empty(),
          Optional.empty(),
          "",
          List.of(),
          List.of(),
          false,
          true,
          List.of(),
          RunOrigin.NONE);

  private static final List<JobView.JobLine> JOBS =
      List.of(
          new JobView.JobLine(
              JobKind.STATUS, JobMode.PAUSED, Optional.empty(), Optional.empty(), Optional.empty()),
          new JobView.JobLine(
              JobKind.STATUS,
              JobMode.ENABLED,
              Optional.of(
                  new JobSection(
                      JobKind.STATUS,
                      new Rhythm.Every(Duration.ofHours(6)),
                      Set.of(),
                      Optional.empty())),
              Optional.of(NOW),
              Optional.of(RUNNING)),
          new JobView.JobLine(
              JobKind.STATUS,
              JobMode.PLAN_ONLY,
              Optional.of(
                  new JobSection(
                      JobKind.STATUS,
                      new Rhythm.At(CronExpression.parse("0 3 * * *").orElseThrow()),
                      Set.of(ChangeKind.DEPLOY, ChangeKind.PREPARE),
                      Optional.of(new WriteWindow(LocalTime.of(22, 0), LocalTime.of(4, 30))))),
              Optional.of(NOW),
              Optional.of(ENDED)));

  private static String jobs(List<JobView.JobLine> jobs, List<Outbox.Tally> amiss) {
    return new Json().pretty(JobsAnswer.of("contoso-prod", jobs, amiss));
  }

  private static String run(JobRun run) {
    return new Json().pretty(RunAnswer.of(run));
  }

  private static String history(List<JobRun> runs) {
    return new Json().pretty(RunAnswer.Several.of(runs));
  }

  private static String stays(List<Stay> stays) {
    return new Json().pretty(ServerStatesAnswer.of(stays));
  }

  private static String counts(List<Count> counts) {
    return new Json().pretty(ServerCountsAnswer.of(counts));
  }

  @Test
  void theJobsAreAsTheyWerePrintedBefore() {
    Printed.asBefore(
        JobAnswersTest.class,
        "jobs.json",
        jobs(JOBS, List.of(new Outbox.Tally("chat", 2, 1, "503 Service Unavailable"))));
  }

  @Test
  void aRunIsAsItWasPrintedBefore() {
    Printed.asBefore(JobAnswersTest.class, "job-run.json", run(ENDED));
  }

  @Test
  void runsAreAsTheyWerePrintedBefore() {
    Printed.asBefore(JobAnswersTest.class, "job-runs.json", history(List.of(RUNNING, ENDED)));
  }

  @Test
  void theStatesOfAServerAreAsTheyWerePrintedBefore() {
    Printed.asBefore(
        JobAnswersTest.class,
        "server-history.json",
        stays(
            List.of(
                new Stay("pilot", "SRV01", "Windows", "onboarded", NOW, Optional.empty()),
                new Stay(
                    "pilot", "SRV01", "", "waiting", NOW.minusSeconds(60), Optional.of(NOW)))));
  }

  @Test
  void countsAreAsTheyWerePrintedBefore() {
    Printed.asBefore(
        JobAnswersTest.class,
        "server-counts.json",
        counts(List.of(new Count(NOW, "pilot", "Windows", "onboarded", 12))));
  }

  @Test
  void eachJobIsARow() {
    assertThat(Rows.of(JobColumns.JOBS, JOBS))
        .containsExactly(
            "job,mode,schedule,next,last run,last started,last outcome,last summary",
            "status,paused,,,,,,",
            "status,enabled,every 6h,2026-11-24T21:00:00Z,8,2026-11-24T21:00:00Z,running,",
            "status,plan-only,0 3 * * *,2026-11-24T21:00:00Z,7,2026-11-24T21:00:00Z,findings,2"
                + " servers to look at");
  }

  @Test
  void eachStateOfAServerIsARow() {
    assertThat(
            Rows.of(
                JobColumns.STAYS,
                List.of(new Stay("pilot", "SRV01", "WS2019", "failed", NOW, Optional.empty()))))
        .containsExactly(
            "server,ring,system,state,since,until,why",
            "SRV01,pilot,WS2019,failed,2026-11-24T21:00:00Z,,");
  }
}
