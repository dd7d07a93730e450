package dev.garrison.engine.plan;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which writes a plan turns into waiting, and why. */
final class WritesHeldBackTest {
  private final ThingServer server = new ThingServer();

  private PlannedChange change(String name, Wanted<?>... wanted) {
    return plan(server, intent(wanted)).plan().changes().stream()
        .filter(change -> change.address().equals(address(name)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDecisionHoldsAWriteAndIsItsSummary() {
    server.things.put("a", ours("0"));
    PlannedChange held = change("a", wanted("a", ours("1")).heldBecause("ring 'pilot' is halted"));
    assertThat(held.action()).isEqualTo(Action.WAIT);
    assertThat(held.summary()).isEqualTo("ring 'pilot' is halted");
    assertThat(held.differences())
        .containsExactly(new Difference("value", Optional.of("0"), Optional.of("1")));
    assertThat(held.fingerprint()).hasSize(64);
  }

  @Test
  void aDecisionThatOnlyAPersonEndsBlocksTheWriteAndWhatNeedsIt() {
    Blockage cause = new Blockage("no window", "Assign one.");
    Plan plan =
        plan(
                server,
                intent(
                    wanted("a", ours("1"))
                        .heldBecause("ring pilot: no window")
                        .blockedBy(Optional.of(cause)),
                    wanted("b", ours("1").needing("a")),
                    wanted("c", ours("1")).heldBecause("pilot is blocked"),
                    wanted("d", ours("1").needing("a")).heldBecause("pilot is blocked")))
            .plan();
    assertThat(plan.changes())
        .extracting(change -> change.address().name() + ": " + change.summary())
        .containsExactly(
            "a: ring pilot: no window",
            "b: waits for thing/a",
            "c: pilot is blocked",
            "d: pilot is blocked");
    assertThat(plan.blocked()).isEqualTo(2);
    assertThat(plan.waiting()).isEqualTo(2);
    assertThat(plan.blockages()).containsExactly(cause);
  }

  @Test
  void anObjectOfAnotherKindIsNamedBeforeOneOfItsOwn() {
    Address own = address("a");
    Address content = new Address("zcontent", "c");
    PlannedChange change = change("b", wanted("b", ours("1")));
    assertThat(Stream.of(own, content).min(change.likelyCause())).contains(content);
  }

  @Test
  void whatNoDecisionHoldsIsNotBlocked() {
    Blockage cause = new Blockage("no window", "Assign one.");
    assertThat(wanted("a", ours("1")).blockedBy(Optional.of(cause)).blocked()).isEmpty();
  }

  @Test
  void aDecisionHoldsADeletionToo() {
    server.things.put("a", ours("0"));
    Wanted<Thing> gone =
        new Wanted<Thing>(address("a"), new Desired.Absent<>("the ring is gone"))
            .heldBecause("ring 'pilot' is halted");
    assertThat(change("a", gone).action()).isEqualTo(Action.WAIT);
  }

  @Test
  void aDecisionHoldsNothingThatIsAsWanted() {
    server.things.put("a", ours("1"));
    assertThat(change("a", wanted("a", ours("1")).heldBecause("halted")).action())
        .isEqualTo(Action.NO_OP);
  }

  @Test
  void aDecisionWinsOverSomethingThatComesFirst() {
    server.byHand.add("b");
    assertThat(
            change(
                    "a",
                    wanted("a", ours("1").needing("b")).heldBecause("halted"),
                    wanted("b", ours("1")))
                .summary())
        .isEqualTo("halted");
  }

  @Test
  void aWriteBehindAStepByHandWaitsForThePerson() {
    server.byHand.add("b");
    PlannedChange first = change("b", wanted("a", ours("1").needing("b")), wanted("b", ours("1")));
    PlannedChange second = change("a", wanted("a", ours("1").needing("b")), wanted("b", ours("1")));
    assertThat(first.step()).contains(new ManualStep("Things > Make", "New-Thing"));
    assertThat(second.action()).isEqualTo(Action.WAIT);
    assertThat(second.summary()).isEqualTo("waits for thing/b");
    assertThat(second.step()).isEmpty();
  }

  @Test
  void aWaitGoesOnThroughEverythingThatNeedsTheNext() {
    Plan plan =
        plan(
                server,
                intent(
                    wanted("c", ours("1").needing("b")),
                    wanted("b", ours("1").needing("a")),
                    wanted("a", ours("1")).heldBecause("halted"),
                    wanted("d", ours("1"))))
            .plan();
    assertThat(plan.changes())
        .extracting(change -> change.address().name() + ": " + change.summary())
        .containsExactly("a: halted", "b: waits for thing/a", "c: waits for thing/b", "d: a thing");
  }

  @Test
  void aWriteBehindAWriteGoesOn() {
    assertThat(change("a", wanted("a", ours("1").needing("b")), wanted("b", ours("1"))).action())
        .isEqualTo(Action.CREATE);
  }

  @Test
  void whatIsInPlaceIsNotHeldByWhatWaits() {
    server.things.put("a", ours("1").needing("b"));
    assertThat(
            change(
                    "a",
                    wanted("a", ours("1").needing("b")),
                    wanted("b", ours("1")).heldBecause("halted"))
                .action())
        .isEqualTo(Action.NO_OP);
  }

  @Test
  void aStepByHandStaysOneThoughADecisionHoldsTheObject() {
    server.byHand.add("a");
    assertThat(change("a", wanted("a", ours("1")).heldBecause("halted")).action())
        .isEqualTo(Action.MANUAL);
  }

  @Test
  void aDeletionBehindADeletionThatIsHeldWaits() {
    server.things.put("a", ours("1").needing("b"));
    server.things.put("b", ours("1"));
    Wanted<Thing> first =
        new Wanted<Thing>(address("a"), new Desired.Absent<>("gone")).heldBecause("halted");
    Wanted<Thing> second = new Wanted<>(address("b"), new Desired.Absent<>("gone"));
    assertThat(change("b", second, first).summary()).isEqualTo("waits for thing/a");
  }

  @Test
  void aLineNamesWhatComesFirstOnceAndInOrder() {
    Wanted<Thing> last =
        new Wanted<>(
            address("z"),
            new Desired.Present<>(ours("1").needing("a")),
            Set.of(address("b"), address("a")));
    assertThat(change("z", last, wanted("b", ours("1")), wanted("a", ours("1"))).after())
        .isEqualTo(List.of(address("a"), address("b")));
  }

  @Test
  void whatNeedsABlockedObjectIsBlockedByTheSameCause() {
    server.things.put("a", ours("1"));
    server.blocked.add("a");
    Plan plan =
        plan(
                server,
                intent(
                    wanted("a", ours("1")),
                    wanted("b", ours("1").needing("a")),
                    wanted("c", ours("1"))))
            .plan();
    assertThat(plan.changes())
        .extracting(change -> change.address().name() + " " + change.summary())
        .containsExactly("a it is stuck", "b waits for thing/a", "c a thing");
    assertThat(plan.blocked()).isEqualTo(2);
    assertThat(plan.waiting()).isZero();
    assertThat(plan.isBlocked()).isTrue();
    assertThat(plan.blockages()).containsExactly(ThingServer.STUCK);
  }
}
