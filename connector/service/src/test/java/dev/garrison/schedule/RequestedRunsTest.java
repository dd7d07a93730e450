package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.ThingServer;
import dev.garrison.history.RunHistory;
import dev.garrison.job.ApprovalNote;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.state.StoredPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class RequestedRunsTest extends ScheduleTrial {
  private static void meet(CountDownLatch begun, CountDownLatch goesOn) {
    begun.countDown();
    try {
      goesOn.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A run that left a plan. */
  private static long planned(RunHistory runs) {
    StoredPlan plan =
        new StoredPlan(
            "0.1.0",
            Optional.empty(),
            ThingPlans.VALID_UNTIL,
            ThingPlans.plan(new ThingServer(), ThingPlans.intent()).plan());
    long run =
        runs.begin(
            JobKind.ROLLOUT, JobRun.Reason.SCHEDULE, "svc", JobMode.PLAN_ONLY, ThingPlans.AS_OF);
    runs.end(
        run,
        JobKind.ROLLOUT,
        new JobReport(
            JobOutcome.WAITING, "1 change", List.of(), Optional.of(plan), List.of(), false),
        ThingPlans.AS_OF);
    return run;
  }

  @Test
  void aPlanThatIsBeingCarriedOutIsNotCarriedOutAgain() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    try (JobSchedule schedule = schedule(() -> meet(begun, goesOn))) {
      RequestedRuns requested = new RequestedRuns(schedule.runner(), _ -> {});
      long planned = planned(schedule.history().runs());
      assertThat(requested.approve(planned, "anna", ApprovalNote.NONE)).isPresent();
      begun.await();
      assertThat(requested.approve(planned, "bert", ApprovalNote.NONE)).isEmpty();
      assertThat(schedule.history().runs().latest(Optional.empty(), 9))
          .extracting(JobRun::startedBy)
          .containsExactly("anna", "svc");
      goesOn.countDown();
      requested.end();
      requested.await(Duration.ofMinutes(1));
    }
  }

  @Test
  void aPlanWhoseApprovalWasRefusedMayBeApprovedAgain() throws Exception {
    try (JobSchedule schedule = schedule(() -> {})) {
      RequestedRuns requested = new RequestedRuns(schedule.runner(), _ -> {});
      for (String who : List.of("anna", "bert")) {
        assertThatThrownBy(() -> requested.approve(99, who, ApprovalNote.NONE))
            .isInstanceOf(RefusalException.class)
            .hasMessage(
                "There is no job run 99. Run \"garrison job history\" to list the runs. [JOB_RUN_UNKNOWN GAR-1075]");
      }
      requested.end();
    }
  }
}
