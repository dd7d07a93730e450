package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.job.ApprovalNote;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.ring.RingState;
import dev.garrison.session.RingOrder;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import dev.garrison.state.StoredPlan;
import dev.garrison.work.AgreedWork.Approval;
import dev.garrison.work.AgreedWork.Order;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person agreed to or ordered. */
final class AgreedWorkTest extends WorkTrial {
  private final PilotRing pilot = new PilotRing(site);

  private StoredPlan planned() {
    return session().stored(session().plan(Allowances.NONE), Optional.empty(), Optional.empty());
  }

  /** Neither its mode nor its hours let the job write. */
  private JobTask held() {
    meanwhile = JobMode.PAUSED;
    return task(
        JobKind.ROLLOUT,
        JobMode.PAUSED,
        letting(JobKind.ROLLOUT, ALL_KINDS, ", window: \"01:00-05:00\""));
  }

  private JobReport approve(StoredPlan plan) {
    return approve(plan, ApprovalNote.NONE);
  }

  private JobReport approve(StoredPlan plan, ApprovalNote note) {
    return new Approval(this::open, plan, "anna", note).run(held());
  }

  private JobReport order(RingOrder.Kind kind) {
    return new Order(this::open, new RingOrder(kind, "pilot", "because"), "anna").run(held());
  }

  private String journal(JobReport report) {
    return new JournalFolder(new Json(), new StateFolder(folder.resolve("state")), "PS1")
        .entries(report.journals().getFirst().run())
        .toString();
  }

  @Test
  void theJournalNamesTheChangeAndTheCommentOfTheApprover() {
    site.want(site.approvals, "a", "1");
    ApprovalNote note =
        new ApprovalNote(Optional.of("CHG0042"), Optional.of("Agreed in the board"));
    assertThat(journal(approve(planned(), note)))
        .contains(
            "changeId=Optional[approved by anna, run 7, change CHG0042: Agreed in the board]");
  }

  @Test
  void anApprovedPlanIsCarriedOutWhateverTheJobMay() {
    site.want(site.approvals, "a", "1");
    site.want(site.approvals, "b", "1");
    JobReport report = approve(planned());
    assertThat(report.outcome()).isEqualTo(JobOutcome.DONE);
    assertThat(report.summary()).isEqualTo("2 changes made");
    assertThat(report.findings()).isEmpty();
    assertThat(report.plan()).isEmpty();
    assertThat(report.soon()).isFalse();
    assertThat(journal(report)).contains("approved by anna, run 7");
    assertThat(site.writes()).containsExactly("CREATE approval/a", "CREATE approval/b");
    assertThat(site.closed).isEqualTo(1);
    assertThat(site.holder).isEmpty();
  }

  @Test
  void theRingsAreReadAfterAnApprovalSoThatOneThatOpenedCanBeHalted() {
    site.want(site.approvals, "a", "1");
    site.rings = List.of(pilot.report(RingState.OPEN, "because"));
    assertThat(approve(planned()).sightings())
        .extracting(Sighting::name, Sighting::state)
        .containsExactly(tuple("a", "placed"), tuple("pilot", "open"));
  }

  @Test
  void aPlanThatIsStaleIsRefused() {
    site.want(site.approvals, "a", "1");
    StoredPlan plan = planned();
    site.approvals.put("a", Item.ours("0"));
    assertThatThrownBy(() -> approve(plan)).hasMessageContaining("[PLAN_STALE GAR-0506]");
    assertThat(site.writes()).isEmpty();
    assertThat(site.holder).isEmpty();
  }

  @Test
  void aPlanThatExpiredIsRefused() {
    site.want(site.approvals, "a", "1");
    StoredPlan plan = planned();
    now = now.plus(Duration.ofDays(10));
    assertThatThrownBy(() -> approve(plan))
        .hasMessageStartingWith("The plan expired at 2026-12-04T21:00:00Z.");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void whatTheSiteRefusesFailsTheRun() {
    site.want(site.approvals, "a", "1");
    site.want(site.approvals, "b", "1");
    StoredPlan plan = planned();
    site.approvals.refused.add("a");
    JobReport report = approve(plan);
    assertThat(report.outcome()).isEqualTo(JobOutcome.FAILED);
    assertThat(report.summary()).isEqualTo("1 change made, 1 failed");
    assertThat(report.findings())
        .containsExactly(
            new Finding("GAR-0504", "error", "approval/a is refused.", "Ask the site why."));
    assertThat(report.journals()).hasSize(1);
  }

  @Test
  void whatWaitsOrIsByHandIsLeft() {
    site.want(site.approvals, "a", "1");
    site.want(site.content, "b", "1");
    site.content.byHand.add("b");
    JobReport report = approve(planned());
    assertThat(report.outcome()).isEqualTo(JobOutcome.WAITING);
    assertThat(report.summary()).isEqualTo("1 change made, the rest is waiting or manual");
  }

  @Test
  void theEndOfTheServiceStopsIt() {
    site.want(site.approvals, "a", "1");
    site.want(site.approvals, "b", "1");
    StoredPlan plan = planned();
    site.approvals.written = () -> stopping = true;
    JobReport report = approve(plan);
    assertThat(report.outcome()).isEqualTo(JobOutcome.STOPPED);
    assertThat(report.summary()).isEqualTo("1 change made, 1 failed");
    assertThat(site.writes()).containsExactly("CREATE approval/a");
  }

  @Test
  void aServiceThatHasEndedOpensNothing() {
    stopping = true;
    pilot.isThere();
    assertThatThrownBy(() -> approve(planned())).hasMessageContaining("GAR-1077");
    assertThatThrownBy(() -> order(RingOrder.Kind.HALT)).hasMessageContaining("GAR-1077");
    assertThat(site.closed).isZero();
  }

  @Test
  void aRingIsHaltedOnAnOrder() {
    pilot.isThere();
    site.rings = List.of(pilot.report(RingState.HALTED, "because"));
    JobReport report = order(RingOrder.Kind.HALT);
    assertThat(report.outcome()).isEqualTo(JobOutcome.DONE);
    assertThat(report.summary()).isEqualTo("2 changes made");
    assertThat(journal(report)).contains("ordered by anna, run 7");
    assertThat(report.sightings())
        .extracting(Sighting::name, Sighting::state)
        .containsExactly(
            tuple("MDE pilot - all", "placed"),
            tuple("MDE pilot - 2019", "placed"),
            tuple("pilot", "halted"));
    assertThat(pilot.comment())
        .isEqualTo(
            "Servers of ring pilot. {halted: because} {by svc at 2026-11-24T21:00:00Z} {route: application} [garrison:1:small]");
    assertThat(pilot.deployment().properties()).containsEntry("Enabled", "false");
  }

  @Test
  void aRingThatIsHaltedAlreadyIsLeftAsItIs() {
    pilot.isThere();
    order(RingOrder.Kind.HALT);
    site.collections.writes.clear();
    site.deployments.writes.clear();
    site.rings = List.of(pilot.report(RingState.HALTED, "because"));
    JobReport report = order(RingOrder.Kind.HALT);
    assertThat(report.outcome()).isEqualTo(JobOutcome.DONE);
    assertThat(report.summary()).isEqualTo("the ring is already in this state");
    assertThat(report.sightings()).hasSize(1);
    assertThat(report.journals()).isEmpty();
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aRingIsResumedOnAnOrder() {
    pilot.isHalted();
    site.rings = List.of(pilot.report(RingState.HALTED, "x"));
    JobReport report = order(RingOrder.Kind.RESUME);
    assertThat(report.summary()).isEqualTo("1 change made");
    assertThat(pilot.comment())
        .isEqualTo(
            "Servers of ring pilot. {route: application} {resumed at 2026-11-24T21:00:00Z with 6 failed} [garrison:1:small]");
  }

  @Test
  void anOrderThatDoesNotFitIsRefused() {
    pilot.isThere();
    site.rings = List.of(pilot.report(RingState.OPEN, ""));
    assertThatThrownBy(() -> order(RingOrder.Kind.RESUME))
        .hasMessageStartingWith("Ring \"pilot\" isn't halted.");
    assertThat(site.closed).isEqualTo(1);
  }

  @Test
  void aRingIsHaltedThoughNobodyCanTellHowTheRingsStandThen() {
    pilot.isThere();
    site.ringsRead =
        () -> {
          throw new RefusalException(
              Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "Gone.", "Start it."));
        };
    JobReport report = order(RingOrder.Kind.HALT);
    assertThat(report.summary()).isEqualTo("2 changes made");
    assertThat(report.sightings()).extracting(Sighting::state).containsOnly(Sighting.PLACED);
  }

  @Test
  void aRingThatChangedMeanwhileIsNotHaltedByAnOldReading() {
    pilot.isThere();
    site.taken = () -> pilot.isThere(pilot.deployment().disabled());
    assertThatThrownBy(() -> order(RingOrder.Kind.HALT))
        .hasMessageContaining("[PLAN_STALE GAR-0506]");
    assertThat(site.writes()).isEmpty();
  }
}
