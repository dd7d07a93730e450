package dev.garrison.engine.resource;

import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is handed to a kind, and a kind that does as another one does. */
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

  /** A kind that is unlike the defaults in every answer. */
  private record Peculiar(ResourceType<Thing> type) implements ForwardingResource<Thing> {
    @Override
    public Thing lasting(Thing state) {
      return ours("lasting " + state.value());
    }

    @Override
    public boolean passing() {
      return true;
    }

    @Override
    public Optional<Diagnostic> examine(Wanted<Thing> wanted, Observation<Thing> seen) {
      return Optional.of(
          Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "A file differs.", "Look."));
    }

    @Override
    public Optional<String> lost(Thing state) {
      return Optional.of("its content is gone");
    }
  }

  private record Same(ResourceType<Thing> type) implements ForwardingResource<Thing> {}

  @Test
  void aKindThatChangesNothingOfAnotherAnswersAsThatOneDoes() {
    ThingServer server = new ThingServer("gadget");
    Peculiar peculiar = new Peculiar(server);
    ResourceType<Thing> same = new Same(peculiar);
    Thing needing = ours("1").needing("b");
    assertThat(same.name()).isEqualTo("gadget");
    assertThat(same.form().stateClass()).isEqualTo(Thing.class);
    assertThat(same.references(needing)).isEqualTo(Set.of(new Address("gadget", "b")));
    assertThat(same.rollback()).isEqualTo(server.rollback());
    assertThat(same.lasting(ours("1"))).isEqualTo(ours("lasting 1"));
    assertThat(same.passing()).isTrue();
    assertThat(new Same(server).passing()).isFalse();
    assertThat(same.examine(present, MISSING)).isEqualTo(peculiar.examine(present, MISSING));
    assertThat(same.lost(ours("1"))).contains("its content is gone");
    assertThat(same.marked(new Thing("x", "1"), ThingServer.MARK))
        .isEqualTo(new Thing("x [garrison:1:contoso-prod]", "1"));
  }

  @Test
  void aKindThatChangesNothingOfAnotherReadsAndWritesAsThatOneDoes() {
    ThingServer server = new ThingServer();
    ResourceType<Thing> same = new Same(server);
    assertThat(
            same.carryOut(
                new Change<>(Action.CREATE, present, MISSING), new Resolved(), Progress.silent()))
        .isEqualTo(new Outcome.Done());
    assertThat(server.writes).containsExactly("CREATE a");
    Observations<Thing> seen = same.observe(List.of(present), new Resolved(), Scope.WANTED);
    assertThat(same.propose(present, seen.of(address("a"))))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "a thing"));
  }

  @Test
  void aKindThatSaysNothingElseLastsStaysAndIsNotExamined() {
    ThingServer server = new ThingServer();
    assertThat(server.lasting(ours("1"))).isEqualTo(ours("1"));
    assertThat(server.examine(present, MISSING)).isEmpty();
    assertThat(server.lost(ours("1"))).isEmpty();
  }

  @Test
  void aReadWithoutOrphansHasNone() {
    Observations<Thing> read = new Observations<>(Map.of(address("a"), MISSING));
    assertThat(read.orphans()).isEmpty();
    assertThat(read.of(address("a"))).isEqualTo(MISSING);
  }
}
