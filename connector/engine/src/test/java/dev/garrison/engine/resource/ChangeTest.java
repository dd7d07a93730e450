package dev.garrison.engine.resource;

import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.engine.Thing;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is handed to a kind, and what one answers that says nothing. */
final class ChangeTest {
  private static final Observation<Thing> MISSING = new Observation.Missing<>();
  private static final Observation.Found<Thing> FOUND =
      new Observation.Found<>(ours("0"), new Owner.Ours(), "id-a", "");

  private final Wanted<Thing> present = wanted("a", ours("1"));
  private final Wanted<Thing> absent =
      new Wanted<>(address("a"), new Desired.Absent<>("the ring is gone"));

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"NO_OP", "WAIT", "MANUAL"})
  void whatWritesNothingIsNothingToCarryOut(Action action) {
    assertThatThrownBy(() -> new Change<>(action, present, MISSING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(action + " is nothing to carry out");
  }

  @Test
  void aChangeKnowsTheStateToReachAndTheObjectThatIsThere() {
    Change<Thing> update = new Change<>(Action.UPDATE, present, FOUND);
    assertThat(update.state()).isEqualTo(ours("1"));
    assertThat(update.found()).isEqualTo(FOUND);
  }

  @Test
  void aDeletionHasNoStateToReach() {
    assertThatThrownBy(() -> new Change<>(Action.DELETE, absent, FOUND).state())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("thing/a should be gone: the ring is gone");
  }

  @Test
  void aCreationHasNoObjectThatWasThere() {
    assertThatThrownBy(() -> new Change<>(Action.CREATE, present, MISSING).found())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("thing/a was not there");
  }

  private record Silent(Kind<Thing> kind) implements Writable<Thing>, Restorable<Thing> {
    @Override
    public Observations<Thing> observe(List<Wanted<Thing>> wanted, Resolved ids, Scope scope) {
      return new Observations<>(Map.of());
    }

    @Override
    public Proposal propose(Wanted<Thing> wanted, Observation<Thing> seen) {
      return StandardProposal.of(wanted, seen, "a thing");
    }

    @Override
    public Outcome carryOut(Change<Thing> change, Resolved ids, Progress progress) {
      return new Outcome.Done();
    }
  }

  @Test
  void aKindThatSaysNothingElseLastsStaysAndNeedsNothing() {
    Kind<Thing> kind = new Kind<>("gadget", Thing.FORM, Rollback.always("It stays."));
    Silent type = new Silent(kind);
    Proposal.Proposed write = new Proposal.Proposed(Action.CREATE, "a thing");
    assertThat(kind.lifetime()).isEqualTo(Lifetime.LASTING);
    assertThat(kind.rollback()).isEqualTo(new Rollback("It stays.", "It stays.", "It stays."));
    assertThat(type.references(ours("1").needing("b"))).isEmpty();
    assertThat(type.offered(present, MISSING, write)).isEqualTo(write);
    assertThat(type.lasting(ours("1"))).isEqualTo(ours("1"));
    assertThat(type.lost(ours("1"))).isEmpty();
  }

  @Test
  void aReadWithoutOrphansHasNone() {
    Observations<Thing> read = new Observations<>(Map.of(address("a"), MISSING));
    assertThat(read.orphans()).isEmpty();
    assertThat(read.of(address("a"))).isEqualTo(MISSING);
  }
}
