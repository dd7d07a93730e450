package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.ring.RingState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rings that a run halts before it plans. */
final class RingHaltingTest extends WorkTrial {
  private static final Set<ChangeKind> OF_SITE =
      EnumSet.of(ChangeKind.PREPARE, ChangeKind.HALT, ChangeKind.DEPLOY);

  private final PilotRing pilot = new PilotRing(site);

  @BeforeEach
  void deployed() {
    pilot.isThere();
  }

  private void halt(JobTask task) {
    new RingHalting(session(), new ChangesMade(task)).ofUnhealthy(site.rings);
  }

  private JobReport run(JobTask task) throws InterruptedException {
    return new PlanWork(this::open, OF_SITE, _ -> {}).run(task);
  }

  @Test
  void anUnhealthyRingIsHaltedWithItsReason() {
    site.rings = List.of(pilot.report(RingState.HALTED, "6 of 20 servers (30%) failed; resume it"));
    halt(rollout());
    assertThat(pilot.comment())
        .isEqualTo(
            "Servers of ring pilot. {halted: 6 of 20 servers (30%) failed} {by the gate at 2026-11-24T21:00:00Z} {route: application} [garrison:1:small]");
    assertThat(pilot.deployment().properties()).containsEntry("Enabled", "false");
    assertThat(site.writes())
        .containsExactly("UPDATE collection/MDE pilot - all", "UPDATE deployment/MDE pilot - 2019");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALTED")
  void aRingThatIsNotHaltedIsLeftAsItIs(RingState state) {
    site.rings = List.of(pilot.report(state, "it is the first ring"));
    halt(rollout());
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aRingWhoseDeploymentsAreDisabledIsNotNotedAgain() {
    pilot.isThere(pilot.deployment().disabled());
    site.rings = List.of(pilot.report(RingState.HALTED, "ordered by anna"));
    halt(rollout());
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aRunBesideAHaltedRingIsNotDone() throws Exception {
    pilot.isThere(pilot.deployment().disabled());
    site.rings = List.of(pilot.report(RingState.HALTED, "ordered by anna"));

    JobReport report = run(rollout());
    assertThat(report.outcome()).isEqualTo(JobOutcome.FINDINGS);
    assertThat(report.summary()).endsWith("; halted: pilot");
  }

  @Test
  void aDeploymentOfSomebodyElseIsLeftAsItIs() {
    ApplicationDeployment ours = pilot.deployment();
    ApplicationDeployment theirs =
        new ApplicationDeployment(
            ours.name(),
            "Made in the console",
            ours.modelName(),
            ours.collection(),
            ours.start(),
            ours.deadline(),
            ours.properties());
    pilot.isThere(theirs);
    site.rings = List.of(pilot.report(RingState.HALTED, "too many failed"));
    halt(rollout());
    assertThat(pilot.deployment()).isEqualTo(theirs);
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void whatReachesServersByAClientSettingIsTakenBack() {
    pilot.isThere(pilot.deployment().disabled());
    site.assignments.put("MDE pilot - 2019", Item.ours("1"));
    site.rings = List.of(pilot.report(RingState.HALTED, "too many failed"));
    halt(rollout());
    assertThat(site.writes()).contains("DELETE setting-assignment/MDE pilot - 2019");
  }

  @Test
  void aRingThatIsHaltedComesBeforeAPlanThatIsRefused() throws Exception {
    site.rings = List.of(pilot.report(RingState.HALTED, "too many failed"));
    site.goesAwayAtRead(1);
    JobReport report = run(rollout());
    assertThat(report.outcome()).isEqualTo(JobOutcome.FAILED);
    assertThat(report.summary()).isEqualTo("2 changes made, then: The site is gone.");
    assertThat(report.sightings())
        .extracting(Sighting::name, Sighting::state, Sighting::words)
        .contains(tuple("pilot", "halted", "too many failed"));
    assertThat(pilot.deployment().properties()).containsEntry("Enabled", "false");
  }

  @Test
  void theRingsAreReadOnceForTheirStateAndThePlan() throws Exception {
    site.rings = List.of(pilot.report(RingState.OPEN, "its gate is not met yet"));
    JobReport _ = run(rollout());
    assertThat(site.readings).containsExactly("rings", "plan from the rings that were read");
  }

  @Test
  void aPlanAfterAHaltReadsTheRingsAgain() throws Exception {
    site.rings = List.of(pilot.report(RingState.HALTED, "too many failed"));
    JobReport _ = run(rollout());
    assertThat(site.readings).contains("plan").doesNotContain("plan from the rings that were read");
  }

  @Test
  void aRunThatMayNotHaltOnlySaysSo() throws Exception {
    site.rings = List.of(pilot.report(RingState.HALTED, "too many failed"));
    JobReport report =
        run(task(JobKind.ROLLOUT, JobMode.ENABLED, letting(JobKind.ROLLOUT, "[prepare, deploy]")));
    assertThat(site.writes()).isEmpty();
    assertThat(report.sightings()).hasSize(1);
  }

  @Test
  void outsideOfItsWindowARunDoesNotHalt() throws Exception {
    site.rings = List.of(pilot.report(RingState.HALTED, "too many failed"));
    JobReport report =
        run(
            task(
                JobKind.ROLLOUT,
                JobMode.ENABLED,
                letting(JobKind.ROLLOUT, ALL_KINDS, ", window: \"01:00-05:00\"")));
    assertThat(report.journals()).isEmpty();
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void onlyTheRolloutAsksWhereRingsStand() throws Exception {
    site.ringsRead =
        () -> {
          throw new AssertionError("it asked");
        };
    JobReport report =
        run(
            task(
                JobKind.PACKAGE_REFRESH,
                JobMode.ENABLED,
                letting(JobKind.PACKAGE_REFRESH, "[prepare]")));
    assertThat(report.sightings()).isEmpty();
    assertThat(report.outcome()).isEqualTo(JobOutcome.DONE);
  }

  @Test
  void aHaltIsHeldBackOnceTheServiceEnds() {
    site.rings = List.of(pilot.report(RingState.HALTED, "too many failed"));
    stopping = true;
    halt(rollout());
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aPlanThatChangedBeforeTheLeaseWasTakenIsNotCarriedOut() {
    site.rings = List.of(pilot.report(RingState.HALTED, "too many failed"));
    site.taken = () -> pilot.isThere(pilot.deployment().disabled());
    assertThatThrownBy(() -> halt(rollout())).hasMessageContaining("[PLAN_STALE GAR-0506]");
    assertThat(site.writes()).isEmpty();
  }
}
