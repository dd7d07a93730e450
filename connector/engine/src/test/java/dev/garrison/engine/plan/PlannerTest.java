package dev.garrison.engine.plan;

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
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlannerTest {
  private final ThingServer server = new ThingServer();

  private static Action only(Planned planned) {
    assertThat(planned.plan().changes()).hasSize(1);
    return planned.plan().changes().getFirst().action();
  }

  @Test
  void whatIsMissingIsCreated() {
    assertThat(only(plan(server, intent(wanted("a", ours("1")))))).isEqualTo(Action.CREATE);
  }

  @Test
  void whatIsAsWantedNeedsNothing() {
    server.things.put("a", ours("1"));
    Planned planned = plan(server, intent(wanted("a", ours("1"))));
    assertThat(only(planned)).isEqualTo(Action.NO_OP);
    assertThat(planned.plan().converged()).isTrue();
  }

  @Test
  void whatDiffersIsUpdatedAndTheDifferenceIsShown() {
    server.things.put("a", ours("1"));
    Planned planned = plan(server, intent(wanted("a", ours("2"))));
    assertThat(only(planned)).isEqualTo(Action.UPDATE);
    assertThat(planned.plan().changes().getFirst().differences())
        .containsExactly(new Difference("value", Optional.of("1"), Optional.of("2")));
  }

  @Test
  void planningWritesNothing() {
    server.things.put("a", ours("1"));
    plan(server, intent(wanted("a", ours("2")), wanted("b", ours("1"))));
    assertThat(server.writes).isEmpty();
  }

  @Test
  void anUnmarkedObjectIsRefused() {
    server.things.put("a", new Thing("made in the console", "2"));
    assertThatThrownBy(() -> plan(server, intent(wanted("a", ours("1")))))
        .hasMessage(
            "thing/a already exists and isn't managed by Garrison. Review the object and take it over with: garrison adopt \"thing/a\". Or change the naming template. Garrison changes only objects that it manages. [OBJECT_NOT_OURS GAR-0501]");
  }

  @Test
  void anObjectThatLacksOnlyTheMarkHasProbablyLostIt() {
    server.things.put("a", new Thing("edited in the console", "1"));
    assertThatThrownBy(() -> plan(server, intent(wanted("a", ours("1")))))
        .hasMessage(
            "thing/a matches the manifest, but its ownership tag is missing, probably because its text was edited in the console. Restore the tag with: garrison adopt \"thing/a\". Nothing else is changed. [MARK_LOST GAR-0517]");
  }

  @Test
  void anObjectOfAnotherManifestIsRefused() {
    server.things.put("a", new Thing(new Mark("fabrikam").after("x"), "1"));
    assertThatThrownBy(() -> plan(server, intent(wanted("a", ours("1")))))
        .hasMessageStartingWith("thing/a belongs to the manifest \"fabrikam\".");
  }

  @Test
  void everyRefusalIsToldAtOnce() {
    server.things.put("a", new Thing("", "1"));
    server.things.put("b", new Thing("", "1"));
    assertThatThrownBy(() -> plan(server, intent(wanted("a", ours("1")), wanted("b", ours("1")))))
        .hasMessageContaining("thing/a matches the manifest")
        .hasMessageContaining("thing/b matches the manifest");
  }

  @Test
  void anUnmarkedObjectThatShouldBeGoneIsLeftAlone() {
    server.things.put("a", new Thing("made in the console", "1"));
    assertThat(
            only(
                plan(
                    server, intent(new Wanted<>(address("a"), new Desired.Absent<>("old route"))))))
        .isEqualTo(Action.NO_OP);
  }

  @Test
  void anOrphanIsNamedAndStays() {
    server.things.put("old", ours("1"));
    Plan plan = plan(server, intent()).plan();
    assertThat(plan.orphans()).containsExactly("thing/old");
    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void pruningDeletesAnOrphan() {
    server.things.put("old", ours("1"));
    assertThat(only(pruning(server, intent()))).isEqualTo(Action.DELETE);
  }

  @Test
  void anUnmarkedObjectIsNoOrphan() {
    server.things.put("theirs", new Thing("", "1"));
    assertThat(pruning(server, intent()).plan().changes()).isEmpty();
  }

  @Test
  void whatIsNeededComesFirst() {
    Plan plan =
        plan(server, intent(wanted("a", ours("1").needing("b")), wanted("b", ours("1")))).plan();
    assertThat(plan.changes())
        .extracting(change -> change.address().name())
        .containsExactly("b", "a");
  }

  @Test
  void deletionsGoTheOtherWay() {
    server.things.put("a", ours("1").needing("b"));
    server.things.put("b", ours("1"));
    Plan plan =
        plan(
                server,
                intent(
                    new Wanted<>(address("b"), new Desired.Absent<>("gone")),
                    new Wanted<>(address("a"), new Desired.Absent<>("gone"))))
            .plan();
    assertThat(plan.changes())
        .extracting(change -> change.address().name())
        .containsExactly("a", "b");
  }

  @Test
  void aDeletionWaitsForThoseBeforeIt() {
    server.things.put("a", ours("1").needing("b"));
    server.things.put("b", ours("1"));
    Plan plan = pruning(server, intent()).plan();
    assertThat(plan.changes().getLast().address()).isEqualTo(address("b"));
    assertThat(plan.changes().getLast().after()).containsExactly(address("a"));
  }

  @Test
  void aReferenceToWhatIsNotPartOfThePlanIsNoEdge() {
    Plan plan = plan(server, intent(wanted("a", ours("1").needing("theirs")))).plan();
    assertThat(plan.changes()).hasSize(1);
  }

  @Test
  void anotherCaseIsTheSameObject() {
    server.things.put("Pilot", ours("1"));
    assertThat(plan(server, intent(wanted("pilot", ours("1")))).plan().orphans()).isEmpty();
  }

  @Test
  void anExplicitEdgeOrdersWithoutAReference() {
    Wanted<Thing> second =
        new Wanted<>(address("a"), new Desired.Present<>(ours("1")), Set.of(address("b")));
    Plan plan = plan(server, intent(second, wanted("b", ours("1")))).plan();
    assertThat(plan.changes())
        .extracting(change -> change.address().name())
        .containsExactly("b", "a");
  }

  @Test
  void aCircleIsADiagnostic() {
    assertThatThrownBy(() ->
            plan(
                server,
                intent(wanted("a", ours("1").needing("b")), wanted("b", ours("1").needing("a")))))
        .hasMessage(
            "These objects depend on each other: thing/a, thing/b. Remove the circular dependency from the manifest. None of these objects can come first. [REFERENCE_CYCLE GAR-0505]");
  }

  @Test
  void aWriteBehindSomethingThatWaitsWaitsToo() {
    server.things.put("b", ours("1"));
    server.staysBusyWith.add("b");
    Plan plan =
        plan(server, intent(wanted("a", ours("1").needing("b")), wanted("b", ours("1")))).plan();
    assertThat(plan.changes())
        .extracting(PlannedChange::action)
        .containsExactly(Action.WAIT, Action.WAIT);
    assertThat(plan.changes().getLast().summary()).isEqualTo("waits for thing/b");
  }
}
