package dev.garrison.engine.plan;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.resource.Wanted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StalenessTest {
  private final ThingServer server = new ThingServer();
  private final Wanted<Thing> thing = wanted("a", ours("2"));

  private Plan planNow(int members, List<Wanted<Thing>> things) {
    return plan(server, intent(members, things)).plan();
  }

  private static String problem(Plan pinned, Plan now) {
    return Staleness.of(pinned, now).map(Diagnostic::problem).orElse("holds");
  }

  @Test
  void aPlanOfAnUnchangedWorldHolds() {
    server.things.put("a", ours("1"));
    assertThat(Staleness.of(planNow(12, List.of(thing)), planNow(12, List.of(thing))))
        .isEqualTo(Optional.empty());
  }

  @Test
  void anObjectThatSomebodyElseChangedMakesThePlanStale() {
    server.things.put("a", ours("1"));
    Plan pinned = planNow(12, List.of(thing));
    server.things.put("a", ours("1").needing("b"));
    server.things.put("b", ours("1"));
    assertThat(problem(pinned, planNow(12, List.of(thing, wanted("b", ours("1"))))))
        .isEqualTo(
            "The plan is stale: thing/a has changed since the plan was created; thing/b is new.");
  }

  @Test
  void anObjectThatAppearedMakesThePlanStale() {
    Plan pinned = planNow(12, List.of(thing));
    server.things.put("a", ours("2"));
    assertThat(problem(pinned, planNow(12, List.of(thing))))
        .isEqualTo("The plan is stale: thing/a has changed since the plan was created.");
  }

  @Test
  void aRingThatGrewByATenthHolds() {
    assertThat(problem(planNow(20, List.of(thing)), planNow(22, List.of(thing))))
        .isEqualTo("holds");
  }

  @Test
  void aRingThatGrewByMoreThanATenthMakesThePlanStale() {
    assertThat(problem(planNow(20, List.of(thing)), planNow(23, List.of(thing))))
        .isEqualTo("The plan is stale: ring \"pilot\" had 20 servers and now has 23.");
  }

  @Test
  void aRingThatShrankHolds() {
    assertThat(problem(planNow(20, List.of(thing)), planNow(3, List.of(thing)))).isEqualTo("holds");
  }

  @Test
  void theRemedyIsANewPlan() {
    assertThat(Staleness.of(planNow(20, List.of(thing)), planNow(23, List.of(thing))).orElseThrow())
        .hasToString(
            "The plan is stale: ring \"pilot\" had 20 servers and now has 23. Create a new plan with \"garrison plan\", review it, and apply that plan. No changes were made. [PLAN_STALE GAR-0506]");
  }
}
