package dev.garrison.server.reading;

import static dev.garrison.server.reading.MadePlans.change;
import static dev.garrison.server.reading.MadePlans.ofRing;
import static dev.garrison.server.reading.MadePlans.plan;
import static dev.garrison.server.reading.MadePlans.shared;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan reaches the servers that its changes can reach, and says so where they are unknown. */
final class PlanReachTest {
  private static PlanReach reach(Plan plan) {
    return PlanReach.of(plan, MadePlans.MANIFEST);
  }

  @Test
  void aChangeOfARingReachesItsServers() {
    PlanReach reach = reach(plan(change(Action.UPDATE, ofRing())));
    assertThat(reach.isKnown()).isTrue();
    assertThat(reach.servers()).isEqualTo(9);
    assertThat(reach.removals()).isEmpty();
  }

  @Test
  void aNewSharedObjectReachesNoServer() {
    PlanReach reach = reach(plan(change(Action.CREATE, shared())));
    assertThat(reach.isKnown()).isTrue();
    assertThat(reach.servers()).isZero();
  }

  @Test
  void aChangedSharedObjectReachesAllRings() {
    assertThat(reach(plan(change(Action.UPDATE, shared()))).servers()).isEqualTo(9);
  }

  @Test
  void theServersOfADeletedObjectOfNoRingAreUnknown() {
    PlanReach reach = reach(plan(change(Action.DELETE, shared())));
    assertThat(reach.isKnown()).isFalse();
    assertThat(reach.confirmation()).isEqualTo("1");
  }

  @Test
  void thePlanOfAnUpdateServerTellsNoServers() {
    assertThat(reach(plan(List.of(), change(Action.CREATE, shared()))).isKnown()).isFalse();
  }

  @Test
  void anObjectThatIsReplacedIsARemoval() {
    PlannedChange replaced = change(Action.REPLACE, ofRing());
    PlanReach reach = reach(plan(replaced, change(Action.WAIT, shared())));
    assertThat(reach.removals()).containsExactly(replaced);
    assertThat(reach.confirmation()).isEqualTo("9");
  }
}
