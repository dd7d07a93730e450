package dev.garrison.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.history.History;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.RunHistory;
import dev.garrison.history.ServiceFolder;
import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.jobaccess.OpenJobAccess;
import dev.garrison.json.Json;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.servers.RawSite;
import dev.garrison.session.Operator;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.state.StateFolder;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import dev.garrison.work.JobPlaces;
import dev.garrison.work.JobRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What jobs do in their runs, and what they leave alone. */
@Tag("first")
final class JobRunsIT {
  private static final int MOST_RUNS = 60;

  @TempDir private Path folder;
  private TrialSite site;
  private TrialJobs jobs;

  @BeforeEach
  void start() {
    site = new TrialSite("2107-rollup", folder);
    jobs = new TrialJobs(site);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private JobRun enabled(String schedule) throws InterruptedException {
    jobs.schedule(schedule);
    jobs.set(JobKind.ROLLOUT, JobMode.ENABLED);
    return jobs.run(JobKind.ROLLOUT);
  }

  private static String toldBy(JobRun run) {
    return run.outcome().orElseThrow().word() + ": " + run.summary();
  }

  @Test
  void aJobWritesNothingBeforeItIsEnabled() throws InterruptedException {
    jobs.schedule("job: rollout, every: 1h, autoApply: [prepare, deploy]");
    String untouched = site.lab().dump();
    JobRun run = jobs.run(JobKind.ROLLOUT);
    assertThat(toldBy(run)).isEqualTo("pending: 21 changes pending (15 prepare, 6 deploy)");
    assertThat(run.journals()).isEmpty();
    assertThat(site.lab().dump()).isEqualTo(untouched);
  }

  @Test
  void anEnabledJobMakesNothingWhereTheManifestAllowsNothing() throws InterruptedException {
    String untouched = site.lab().dump();
    assertThat(toldBy(enabled("job: rollout, every: 1h")))
        .isEqualTo("pending: 21 changes pending (15 prepare, 6 deploy)");
    assertThat(site.lab().dump()).isEqualTo(untouched);
  }

  @Test
  void anEnabledJobMakesOnlyTheKindsOfChangeThatItsAutoApplyNames() throws InterruptedException {
    enabled("job: rollout, every: 1h, autoApply: [prepare]");
    JobRun last = untilNothingMoves();
    assertThat(toldBy(last)).isEqualTo("pending: 6 changes pending (6 deploy)");
    assertThat(site.plan().changes().stream().filter(change -> change.action().writes()))
        .allMatch(change -> change.address().kind().equals("deployment"));
  }

  @Test
  void anEnabledJobBringsTheRolloutToItsEnd() throws InterruptedException {
    enabled("job: rollout, every: 1h, autoApply: [prepare, deploy]");
    JobRun last = untilNothingMoves();
    assertThat(toldBy(last)).isEqualTo("done: everything matches the manifest");
    assertThat(site.plan().converged()).isTrue();
  }

  /** Until a run made nothing, and wants no other one soon. */
  private JobRun untilNothingMoves() throws InterruptedException {
    for (int run = 0; run < MOST_RUNS; run++) {
      site.pass(Duration.ofMinutes(30));
      JobRun last = jobs.run(JobKind.ROLLOUT);
      if (last.journals().isEmpty() && !last.soon()) {
        return last;
      }
    }
    throw new AssertionError("still moving");
  }

  @Test
  void whatAJobLeftToBeApprovedIsAppliedAsItIs() throws InterruptedException {
    jobs.schedule("job: rollout, every: 1h");
    JobRun run = jobs.run(JobKind.ROLLOUT);
    assertThat(run.planKept()).isTrue();
    try (JobSchedule schedule = jobs.open();
        OpenSession open = site.open();
        WriteSession writing = open.session().write()) {
      assertThat(
              writing
                  .apply(schedule.history().runs().plan(run.id()), ApplyListener.silent())
                  .report()
                  .succeeded())
          .isTrue();
    }
  }

  @Test
  void aLaterRunTakesThePlaceOfAPlanThatNobodyApproved() throws InterruptedException {
    jobs.schedule("job: rollout, every: 1h");
    JobRun first = jobs.run(JobKind.ROLLOUT);
    JobRun second = jobs.run(JobKind.ROLLOUT);
    try (JobSchedule schedule = jobs.open()) {
      assertThat(schedule.history().runs().get(first.id()).planKept()).isFalse();
      assertThat(schedule.history().runs().get(second.id()).planKept()).isTrue();
    }
  }

  @Test
  void aJobWritesNothingOnABlackoutDay() throws InterruptedException {
    site.manifest()
        .replace("sampleSharing: none", "blackout: [\"2026-11-24\"]\nsampleSharing: none");
    JobRun run = enabled("job: rollout, every: 1h, autoApply: [prepare]");
    assertThat(toldBy(run))
        .isEqualTo("waiting: 17 waiting because today is a blackout day (2026-11-24)");
    assertThat(run.journals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22:00-05:00", "08:00-21:00"})
  void aJobWritesNothingOutsideItsWindow(String window) throws InterruptedException {
    JobRun run =
        enabled(
            "job: rollout, every: 1h, autoApply: [prepare, deploy], window: \"%s\""
                .formatted(window));
    assertThat(run.journals()).isEmpty();
    assertThat(run.summary())
        .endsWith("the job may write only from " + window.replace("-", " to "));
  }

  @Test
  void aJobThatFindsTheSiteTakenTriesAgainLater() throws InterruptedException {
    jobs.schedule("job: rollout, every: 1h, autoApply: [prepare]");
    jobs.set(JobKind.ROLLOUT, JobMode.ENABLED);
    try (OpenSession open = site.open();
        WriteSession _ = open.session().write()) {
      JobRun run = jobs.run(JobKind.ROLLOUT);
      assertThat(run.outcome()).contains(JobOutcome.BUSY);
      assertThat(run.summary()).startsWith("The site is locked by another Garrison process: ");
    }
    assertThat(toldBy(jobs.run(JobKind.ROLLOUT))).startsWith("pending: 11 changes made, ");
  }

  @Test
  void aJobThatIsToldToStopWritesNothingMore() throws InterruptedException {
    jobs.schedule("job: rollout, every: 1h, autoApply: [prepare]");
    jobs.set(JobKind.ROLLOUT, JobMode.ENABLED);
    String untouched = site.lab().dump();
    try (JobSchedule schedule = jobs.open()) {
      schedule.runner().stop();
      JobRun run = schedule.runner().run(JobKind.ROLLOUT, JobRun.Reason.SCHEDULE);
      assertThat(run.outcome()).contains(JobOutcome.STOPPED);
    }
    assertThat(site.lab().dump()).isEqualTo(untouched);
  }

  @Test
  void aWindowThatClosesInARunEndsItsWritesAtOnce() throws InterruptedException {
    jobs.schedule("job: rollout, every: 1h, autoApply: [prepare, deploy], window: \"20:00-22:00\"");
    jobs.set(JobKind.ROLLOUT, JobMode.ENABLED);
    site.lab().faults().actAfterWrite(2, () -> site.pass(Duration.ofHours(2)));
    JobRun run = jobs.run(JobKind.ROLLOUT);
    assertThat(site.lab().requests().writes()).hasSize(2);
    assertThat(run.summary()).endsWith("the job may write only from 20:00 to 22:00");
    assertThat(run.outcome()).contains(JobOutcome.WAITING);
  }

  @Test
  void aJobThatIsPausedInARunWritesNothingMore() throws InterruptedException {
    jobs.schedule("job: rollout, every: 1h, autoApply: [prepare, deploy]");
    jobs.set(JobKind.ROLLOUT, JobMode.ENABLED);
    try (JobSchedule schedule = jobs.open()) {
      site.lab()
          .faults()
          .actAfterWrite(
              2,
              () ->
                  schedule
                      .history()
                      .modes()
                      .set(
                          JobKind.ROLLOUT, JobMode.PAUSED, schedule.clock().instant(), "somebody"));
      JobRun run = schedule.runner().run(JobKind.ROLLOUT, JobRun.Reason.SCHEDULE);
      assertThat(site.lab().requests().writes()).hasSize(2);
      assertThat(run.summary()).endsWith("the job was paused");
    }
  }

  @Test
  void whatARunMadeIsToldThoughALaterRoundIsRefused() throws InterruptedException {
    jobs.schedule("job: rollout, every: 1h, autoApply: [prepare]");
    jobs.set(JobKind.ROLLOUT, JobMode.ENABLED);
    site.lab()
        .faults()
        .actAfterWrite(
            3,
            () ->
                site.lab()
                    .faults()
                    .statusFromNowOn(RequestMatcher.of("GET", "SMS_Application.*"), 403));
    JobRun run = jobs.run(JobKind.ROLLOUT);
    assertThat(run.outcome()).contains(JobOutcome.FAILED);
    assertThat(run.journals()).hasSize(1);
    assertThat(run.summary()).contains(" made");
  }

  @Test
  void aMistakeInTheManifestIsKeptWithTheRun() throws InterruptedException {
    jobs.schedule("job: rollout, every: 1h");
    try (JobSchedule schedule = jobs.open()) {
      site.manifest().replace("sampleSharing: none", "sampleSharing: perhaps");
      JobRun run = schedule.runner().run(JobKind.ROLLOUT, JobRun.Reason.SCHEDULE);
      assertThat(run.outcome()).contains(JobOutcome.FAILED);
      assertThat(run.findings()).extracting(Finding::code).containsExactly("GAR-0109");
    }
  }

  @Test
  void aRunThatADeadProcessLeftOpenIsEndedByTheNext() throws InterruptedException {
    try (JobSchedule schedule = jobs.open()) {
      schedule
          .history()
          .runs()
          .begin(
              JobKind.STATUS,
              JobRun.Reason.SCHEDULE,
              "somebody",
              JobMode.ENABLED,
              schedule.clock().instant());
    }
    jobs.run(JobKind.HOUSEKEEPING);
    try (JobSchedule schedule = jobs.open()) {
      assertThat(
              toldBy(schedule.history().runs().latest(Optional.of(JobKind.STATUS), 1).getFirst()))
          .isEqualTo(
              "interrupted: the process ended during the run; the next run reads the site first and continues");
    }
  }

  @Test
  void anUnexpectedErrorIsKeptAsTheEndOfItsRunAndThrown() {
    JobPlaces places =
        new JobPlaces(
            site.manifest().file(),
            Optional.empty(),
            site.sessions(),
            _ -> {
              throw new IllegalStateException("no update server is asked");
            },
            (_, _) -> {
              throw new IllegalStateException("a fault of ours");
            },
            site.lab().clock(),
            site::pass);
    try (HistoryDatabase database =
        HistoryDatabase.open(ServiceFolder.in(StateFolder.beside(site.manifest().file())))) {
      JobRunner runner = new JobRunner(places, new History(database), "tester");
      assertThatThrownBy(() -> runner.run(JobKind.EXPIRY, JobRun.Reason.COMMAND))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a fault of ours");
      JobRun run =
          new RunHistory(database, new Json()).latest(Optional.of(JobKind.EXPIRY), 1).getFirst();
      assertThat(toldBy(run)).isEqualTo("failed: an unexpected error ended the run");
      assertThat(run.findings())
          .extracting(Finding::remedy)
          .containsExactly("Run \"garrison job run expiry --debug\", and report the output.");
    }
  }

  @Test
  void aProcessBesideTheOneThatRunsJobsSeesTheSameHistory() throws InterruptedException {
    try (JobSchedule owner = jobs.open()) {
      owner.takeOver();
      owner.runner().run(JobKind.HOUSEKEEPING, JobRun.Reason.COMMAND);
      try (OpenJobAccess other =
          new TrialJobs(site, new Operator("other", "test", 2, "test")).jobs()) {
        assertThat(other.elsewhere())
            .contains("tester on test, process 1, since 2026-11-24T21:00:00Z");
        assertThat(other.jobs().latest(Optional.empty(), 5))
            .isEqualTo(owner.history().runs().latest(Optional.empty(), 5))
            .hasSize(1);
        other.jobs().decide(JobKind.DRIFT, JobMode.PAUSED, other.clock().instant(), other.who());
      }
      assertThat(owner.history().modes().of(JobKind.DRIFT)).isEqualTo(JobMode.PAUSED);
    }
  }

  @Test
  void theHistoryTellsTheStoryOfEachServer() throws InterruptedException {
    assertThat(toldBy(jobs.run(JobKind.STATUS)))
        .isEqualTo("done: 0 of 4 servers onboarded; 0 need attention; 4 changed state");
    assertThat(toldBy(jobs.run(JobKind.STATUS)))
        .isEqualTo("done: 0 of 4 servers onboarded; 0 need attention; 0 changed state");
    site.converge();
    site.pass(Duration.ofDays(6));
    assertThat(jobs.run(JobKind.STATUS).summary()).startsWith("3 of 4 servers onboarded");
    try (JobSchedule schedule = jobs.open()) {
      assertThat(schedule.history().standings().of("WEB02", 10))
          .extracting(Stay::state)
          .containsExactly("onboarded", "not-targeted");
    }
  }

  @Test
  void driftIsReportedAndNothingWritten() throws InterruptedException {
    site.converge();
    assertThat(toldBy(jobs.run(JobKind.DRIFT))).isEqualTo("done: no drift");
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      raw.delete(
          "SMS_ApplicationAssignment(%d)"
              .formatted(
                  raw.named(
                          "SMS_ApplicationAssignment",
                          "AssignmentName",
                          "MDE pilot - 2019 settings")
                      .path("AssignmentID")
                      .asLong()));
    }
    String untouched = site.lab().dump();
    assertThat(toldBy(jobs.run(JobKind.DRIFT))).isEqualTo("findings: 1 object has drifted");
    assertThat(site.lab().dump()).isEqualTo(untouched);
  }

  @Test
  void aSiteOnWhichNothingWasMadeYetHasNoDrift() throws InterruptedException {
    assertThat(toldBy(jobs.run(JobKind.DRIFT)))
        .isEqualTo("done: no drift, 21 changes never applied");
  }

  @Test
  void aChangedManifestIsNoDrift() throws InterruptedException {
    site.converge();
    site.manifest().replace("- name: pilot", "- name: first");
    assertThat(toldBy(jobs.run(JobKind.DRIFT)))
        .startsWith("done: no drift, ")
        .contains(" never applied");
  }
}
