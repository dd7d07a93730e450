package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.job.ApprovalNote;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobRun;
import dev.garrison.job.RunOrigin;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.ring.RingState;
import dev.garrison.session.RingOrder;
import dev.garrison.work.JobRunner.Begun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What people have a runner do, and what keeps two that write apart. */
final class RequestedWorkTest extends RunnerTrial {
  private static final RingOrder HALT = new RingOrder(RingOrder.Kind.HALT, "pilot", "because");

  private static String halted(Begun begun) {
    return begun.rest().get().outcome().orElseThrow().word();
  }

  @Test
  void anApprovedPlanIsCarriedOutInTheNameOfItsJob() {
    site.want(site.content, "a", "1");
    JobRun left = run(JobKind.ROLLOUT);
    Begun begun = runner().approve(left.id(), "anna", ApprovalNote.NONE);
    assertThat(begun.run().reason()).isEqualTo(JobRun.Reason.APPROVAL);
    assertThat(begun.run().job()).isEqualTo(JobKind.ROLLOUT);
    assertThat(begun.run().startedBy()).isEqualTo("anna");
    assertThat(site.writes()).isEmpty();
    JobRun done = begun.rest().get();
    assertThat(done.outcome()).contains(JobOutcome.DONE);
    assertThat(done.summary()).isEqualTo("1 change made");
    assertThat(opened).containsExactly("site", "site");
    assertThat(runs().get(left.id()).planKept()).isFalse();
  }

  @Test
  void theNoteOfAnApproverIsKeptWithItsRunToTheEnd() {
    site.want(site.content, "a", "1");
    JobRun left = run(JobKind.ROLLOUT);
    ApprovalNote note =
        new ApprovalNote(Optional.of("CHG0042"), Optional.of("Agreed in the board"));
    JobRun done = runner().approve(left.id(), "anna", note).rest().get();
    assertThat(done.outcome()).contains(JobOutcome.DONE);
    assertThat(done.origin()).isEqualTo(RunOrigin.approval(left.id(), note));
    assertThat(runs().successor(runs().get(left.id()))).map(JobRun::id).contains(done.id());
  }

  @Test
  void anOrderIsKeptWithItsRingAndReason() {
    JobRun run = runner().order(HALT, "anna").rest().get();
    assertThat(run.origin()).isEqualTo(RunOrigin.order("pilot", "because"));
  }

  @Test
  void aPlanForUpdateServersIsCarriedOutThere() {
    site.want(site.approvals, "a", "1");
    JobRun left = run(JobKind.SENSOR_UPDATE);
    assertThat(runner().approve(left.id(), "anna", ApprovalNote.NONE).rest().get().outcome())
        .isPresent();
    assertThat(opened).containsExactly("wsus", "wsus");
  }

  @Test
  void aPlanThatIsNotThereIsNotApproved() {
    JobRun run = run(JobKind.EXPIRY);
    assertThatThrownBy(() -> runner().approve(run.id(), "anna", ApprovalNote.NONE))
        .hasMessage(
            "Run %d has no plan: the run left none, or a later run of the same job replaced the plan. Run \"garrison job history\" to see which runs have a plan. [NO_PLAN_KEPT GAR-1076]"
                .formatted(run.id()));
    assertThatThrownBy(() -> runner().approve(99, "anna", ApprovalNote.NONE))
        .hasMessage(
            "There is no job run 99. Run \"garrison job history\" to list the runs. [JOB_RUN_UNKNOWN GAR-1075]");
    assertThat(runs().latest(Optional.empty(), 9)).hasSize(1);
  }

  @Test
  void whatTheEndOfTheServiceDropsIsStopped() {
    Begun begun = runner().order(HALT, "anna");
    begun.drop().run();
    JobRun run = runs().get(begun.run().id());
    assertThat(run.outcome()).contains(JobOutcome.STOPPED);
    assertThat(run.reason()).isEqualTo(JobRun.Reason.ORDER);
    assertThat(run.job()).isEqualTo(JobKind.ROLLOUT);
    assertThat(opened).isEmpty();
  }

  @Test
  void anOrderThatIsRefusedFailsItsRun() {
    JobRun run = runner().order(HALT, "anna").rest().get();
    assertThat(run.outcome()).contains(JobOutcome.FAILED);
    assertThat(run.findings()).extracting(Finding::code).containsExactly("GAR-0516");
  }

  @Test
  void anErrorOfAnOrderIsKept() {
    site.taken =
        () -> {
          throw new IllegalStateException("broken");
        };
    pilot.isThere();
    JobRun run = runner().order(HALT, "anna").rest().get();
    assertThat(run.findings()).extracting(Finding::code).containsExactly("GAR-1072");
  }

  @Test
  void aRingIsHaltedBetweenTwoRoundsOfARollout() {
    mode(JobKind.ROLLOUT, JobMode.ENABLED);
    pilot.isThere();
    site.rings = List.of(pilot.report(RingState.OPEN, ""));
    site.want(site.content, "a", "1");
    JobRunner runner = runner();
    List<String> outcomes = new ArrayList<>();
    pause =
        time -> {
          now = now.plus(time);
          outcomes.add(
              CompletableFuture.supplyAsync(() -> halted(runner.order(HALT, "anna")))
                  .orTimeout(20, TimeUnit.SECONDS)
                  .join());
        };
    assertThat(runner.run(JobKind.ROLLOUT, JobRun.Reason.SCHEDULE).outcome())
        .contains(JobOutcome.DONE);
    assertThat(outcomes).containsExactly("done");
    assertThat(pilot.deployment().properties()).containsEntry("Enabled", "false");
  }

  @Test
  void twoThatWriteComeOneAfterTheOther() throws Exception {
    mode(JobKind.ROLLOUT, JobMode.ENABLED);
    pilot.isThere();
    site.want(site.content, "a", "1");
    JobRunner runner = runner();
    AtomicReference<String> outcome = new AtomicReference<>("");
    Thread order = new Thread(() -> outcome.set(halted(runner.order(HALT, "anna"))));
    site.content.written =
        () -> {
          order.start();
          while (order.getState() != Thread.State.WAITING && order.isAlive()) {
            Thread.onSpinWait();
          }
        };
    assertThat(runner.run(JobKind.ROLLOUT, JobRun.Reason.SCHEDULE).outcome())
        .contains(JobOutcome.DONE);
    order.join(20_000);
    assertThat(outcome).hasValue("done");
  }
}
