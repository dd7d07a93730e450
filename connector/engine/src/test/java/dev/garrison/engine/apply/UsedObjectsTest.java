package dev.garrison.engine.apply;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingPlans.pruning;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.Planner;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An object that other objects use is deleted only after all of them (F26). */
final class UsedObjectsTest {
  private final ThingServer server = new ThingServer();

  /** The object "a", which "b" and "c" use. */
  @BeforeEach
  void used() {
    List.of("a", "b", "c").forEach(name -> server.things.put(name, ours("1")));
    server.users.put("a", Set.of("b", "c"));
  }

  private static Wanted<Thing> gone(String name) {
    return new Wanted<>(address(name), new Desired.Absent<>("it goes"));
  }

  private Map<Address, StepResult> applied(Planned planned) {
    return new Applier(new RecordingJournal(), ApplyListener.silent()).apply(planned).results();
  }

  @Test
  void theUsesByObjectsThatGoEarlierInTheSamePlanDoNotCount() {
    Planned planned = pruning(server, intent());
    assertThat(planned.plan().changes())
        .extracting(PlannedChange::address)
        .containsExactly(address("b"), address("c"), address("a"));
    assertThat(applied(planned).values()).allMatch(StepResult.Done.class::isInstance);
    assertThat(server.things).isEmpty();
  }

  @Test
  void oneThatAnObjectUsesWhichStaysIsRefused() {
    assertThatThrownBy(() -> pruning(server, intent(wanted("c", ours("1")))))
        .hasMessageStartingWith("thing/a is used by id-c.");
  }

  @Test
  void oneThatAnObjectUsesWhichThisPlanLeavesAloneIsRefused() {
    Planner planner = new Planner(new ResourceTypes(List.of(server)));
    Intent all = intent(gone("a"), gone("b"), gone("c"));
    assertThatThrownBy(() -> planner.planOnly(all, Set.of(address("a"), address("b"))))
        .hasMessageStartingWith("thing/a is used by id-c.");
    assertThat(planner.planOnly(all, Set.of(address("a"), address("b"), address("c"))).plan())
        .returns(3L, plan -> plan.count(Action.DELETE));
  }

  @Test
  void oneThatIsUsedWaitsForAnObjectThatIsHeldBack() {
    Planned planned =
        plan(server, intent(gone("a"), gone("b").heldBecause("a ring is halted"), gone("c")));
    assertThat(planned.plan().changes())
        .filteredOn(change -> change.address().equals(address("a")))
        .singleElement()
        .returns(Action.WAIT, PlannedChange::action)
        .returns("waits for thing/b", PlannedChange::summary);
    applied(planned);
    assertThat(server.things).containsOnlyKeys("a", "b");
  }

  @Test
  void whereAnObjectThatUsesItIsNotDeletedItStaysAndTheRunSaysSo() {
    Planned planned = pruning(server, intent());
    server.ignores.add("b");
    assertThat(applied(planned)).containsEntry(address("a"), new StepResult.Skipped(address("b")));
    assertThat(server.things).containsOnlyKeys("a", "b");
  }

  @Test
  void theUsesAreCountedAgainBeforeTheDeletion() {
    Planned planned = pruning(server, intent());
    server.things.put("theirs", new Thing("made in the console", "1"));
    server.users.put("a", Set.of("b", "c", "theirs"));
    assertThat(applied(planned).get(address("a"))).isInstanceOf(StepResult.Failed.class);
    assertThat(server.things).containsOnlyKeys("a", "theirs");
  }
}
