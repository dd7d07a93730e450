package dev.garrison.engine.plan;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans over two kinds: things, and gadgets that may refer to things. */
final class SeveralKindsTest {
  private final ThingServer things = new ThingServer();
  private final ThingServer gadgets = new ThingServer("gadget");
  private final ResourceTypes types = new ResourceTypes(List.of(things, gadgets));
  private final Planner planner = new Planner(types);

  private static Address gadget(String name) {
    return new Address("gadget", name);
  }

  private List<String> order(Allowances allowances, Wanted<?>... wanted) {
    return planner.plan(intent(wanted), allowances).plan().changes().stream()
        .map(change -> change.action() + " " + change.address())
        .toList();
  }

  @Test
  void eachKindReadsItsOwnObjectsOnly() {
    things.things.put("a", ours("1"));
    Reading reading =
        planner.read(
            intent(
                Wanted.present(gadget("a"), ours("1")), Wanted.present(address("a"), ours("1"))));
    assertThat(reading.steps())
        .extracting(step -> step.address().toString())
        .containsExactly("thing/a", "gadget/a");
    assertThat(things.reads).containsExactly("a");
    assertThat(gadgets.reads).containsExactly("a");
  }

  @Test
  void aReadingFindsAnObjectByItsAddress() {
    Reading reading =
        planner.read(
            intent(
                Wanted.present(address("a"), ours("1")), Wanted.present(gadget("a"), ours("2"))));
    assertThat(reading.of(gadget("a")).orElseThrow().wanted())
        .isEqualTo(Wanted.present(gadget("a"), ours("2")));
    assertThat(reading.of(gadget("b"))).isEmpty();
  }

  @Test
  void theKeysOfWhatIsThereAreKnownAfterAReadAndNoOther() {
    things.things.put("a", ours("1"));
    Reading reading =
        planner.read(
            intent(
                Wanted.present(address("a"), ours("1")), Wanted.present(address("b"), ours("1"))));
    assertThat(reading.ids().id(address("a"))).contains("id-a");
    assertThat(reading.ids().id(address("b"))).isEmpty();
  }

  @Test
  void anOrphanIsReadAsWhatTheManifestNamesNoLonger() {
    gadgets.things.put("old", ours("1"));
    Reading reading = planner.read(intent());
    assertThat(reading.steps()).isEmpty();
    assertThat(reading.orphans())
        .extracting(step -> (Object) step.wanted().desired())
        .containsExactly(new Desired.Absent<Thing>("no longer in the manifest"));
  }

  @Test
  void whatIsReferredToInAnotherKindComesFirst() {
    assertThat(
            order(
                Allowances.NONE,
                Wanted.present(gadget("g"), ours("1").needing("thing/b")),
                Wanted.present(address("b"), ours("1"))))
        .containsExactly("CREATE thing/b", "CREATE gadget/g");
  }

  @Test
  void kindsLeaveInReverseThoughNothingRefersToAnything() {
    things.things.put("a", ours("1"));
    gadgets.things.put("g", ours("1"));
    assertThat(order(new Allowances(true, false)))
        .containsExactly("DELETE gadget/g", "DELETE thing/a");
  }

  @Test
  void whatLeavesWaitsForNothingOfItsOwnKindThatItDoesNotReferTo() {
    things.things.put("a", ours("1"));
    things.things.put("b", ours("1"));
    assertThat(planner.plan(intent(), new Allowances(true, false)).plan().changes())
        .allSatisfy(change -> assertThat(change.after()).isEmpty());
  }

  @Test
  void whatLeavesIsNotHeldByWhatStaysThoughItRefersToIt() {
    things.things.put("a", ours("1").needing("b"));
    things.things.put("b", ours("1"));
    List<PlannedChange> changes =
        planner
            .plan(
                intent(
                    new Wanted<Thing>(address("a"), new Desired.Absent<>("gone")),
                    Wanted.present(address("b"), ours("1"))),
                Allowances.NONE)
            .plan()
            .changes();
    assertThat(changes).extracting(PlannedChange::after).containsExactly(List.of(), List.of());
  }

  @Test
  void whatStaysGoesBeforeWhatLeavesOnlyWhereItIsSaid() {
    things.things.put("a", ours("1"));
    assertThat(
            order(
                Allowances.NONE,
                new Wanted<Thing>(
                    address("a"), new Desired.Absent<>("replaced"), Set.of(gadget("g"))),
                Wanted.present(gadget("g"), ours("1"))))
        .containsExactly("CREATE gadget/g", "DELETE thing/a");
  }

  @Test
  void aCircleNamesOnlyWhatCannotComeFirst() {
    assertThatThrownBy(() ->
            order(
                Allowances.NONE,
                Wanted.present(address("free"), ours("1")),
                Wanted.present(address("a"), ours("1").needing("gadget/g")),
                Wanted.present(gadget("g"), ours("1").needing("thing/a"))))
        .hasMessage(
            "These objects depend on each other: thing/a, gadget/g. Remove the circular dependency from the manifest. None of these objects can come first. [REFERENCE_CYCLE GAR-0505]");
  }

  @Test
  void anObjectThatNeedsItselfIsNoCircle() {
    assertThat(order(Allowances.NONE, Wanted.present(address("a"), ours("1").needing("a"))))
        .containsExactly("CREATE thing/a");
  }

  @Test
  void aPlanOfSomeObjectsKeepsTheOrderOfTheKinds() {
    things.things.put("a", ours("1"));
    gadgets.things.put("g", ours("1"));
    Intent intent =
        intent(
            new Wanted<Thing>(address("a"), new Desired.Absent<>("gone")),
            new Wanted<Thing>(gadget("g"), new Desired.Absent<>("gone")));
    assertThat(planner.planOnly(intent, Set.of(address("a"), gadget("g"))).plan().changes())
        .extracting(PlannedChange::address)
        .containsExactly(gadget("g"), address("a"));
  }

  @Test
  void aKindIsFoundByItsNameAndAnUnknownOneIsAFaultOfTheProgram() {
    assertThat(types.of("thing")).isSameAs(things);
    assertThat(types.of("gadget")).isSameAs(gadgets);
    assertThatThrownBy(() -> types.of("widget"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no resource type is named widget");
  }

  @Test
  void twoKindsOfOneNameAreAFaultOfTheProgram() {
    assertThatThrownBy(() -> new ResourceTypes(List.of(things, new ThingServer())))
        .hasMessage("two resource types share a name");
  }

  @Test
  void aReadThatLeavesOutAnObjectIsAFaultOfTheProgram() {
    var observations = new Observations<Thing>(Map.of());
    assertThatThrownBy(() -> observations.of(address("a")))
        .hasMessage("the read of kind 'thing' left out thing/a");
  }
}
