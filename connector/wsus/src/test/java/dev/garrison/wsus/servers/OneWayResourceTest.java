package dev.garrison.wsus.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.wsus.WsusServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OneWayResourceTest {
  private static final State OPEN = new State(false);
  private static final State DONE = new State(true);

  record State(boolean isDone) implements RecordedState<State> {
    @Override
    public State state() {
      return this;
    }
  }

  /** Something that can be accepted. */
  private static final class AcceptedResource extends OneWayResource<State> {
    AcceptedResource() {
      super(
          new UpdateServerPool(
              List.of(),
              named -> {
                throw new AssertionError(named);
              }),
          "accepted",
          StateForm.of(State.class, State.class, state -> state),
          new Words("accept it", "accepted", "not accepted", "There is no way back."));
    }

    @Override
    protected String server(State state) {
      return "wsus01";
    }

    @Override
    protected boolean isDone(State state) {
      return state.isDone();
    }

    @Override
    protected Observation<State> standing(WsusServer named, State wanted) {
      throw new AssertionError(named);
    }

    @Override
    protected void write(WsusServer named, State state) {
      throw new AssertionError(named);
    }
  }

  private final AcceptedResource resource = new AcceptedResource();

  private Proposal propose(Desired<State> desired, Observation<State> seen) {
    return resource.propose(new Wanted<>(new Address("accepted", "it"), desired), seen);
  }

  private Proposal propose(State wanted, Observation<State> seen) {
    return propose(new Desired.Present<>(wanted), seen);
  }

  private static Observation<State> found(State state) {
    return new Observation.Found<>(state, new Owner.Ours(), "id", "");
  }

  @Test
  void takingItBackIsImpossibleWhateverWasDone() {
    String never = "There is no way back.";
    assertThat(resource.kind().rollback()).isEqualTo(new Rollback(never, never, never));
  }

  @Test
  void whatIsWantedAndNotDoneIsDone() {
    assertThat(propose(DONE, found(OPEN)))
        .isEqualTo(
            new Proposal.Proposed(
                Action.UPDATE,
                "accept it",
                List.of(new Difference("isDone", Optional.of("false"), Optional.of("true"))),
                List.of("There is no way back."),
                Optional.empty()));
  }

  @Test
  void whatIsDoneIsNotDoneAgain() {
    assertThat(propose(DONE, found(DONE)))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "accepted"));
    assertThat(propose(new Desired.Absent<>("not any more"), found(DONE)))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "accepted"));
  }

  @Test
  void whatNobodyWantsIsNotDone() {
    assertThat(propose(new Desired.Absent<>("not any more"), found(OPEN)))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "not accepted"));
    assertThat(propose(OPEN, found(OPEN)))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "not accepted"));
  }

  @Test
  void nothingIsDoneWithWhatIsNotThereOrNotKnown() {
    assertThat(propose(DONE, new Observation.Missing<>()))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "no longer exists"));
    assertThat(propose(DONE, new Observation.Ambiguous<>(List.of("a", "b"))))
        .isEqualTo(new Proposal.Proposed(Action.WAIT, "several objects exist"));
    assertThat(propose(DONE, new Observation.Unreadable<>("it is down")))
        .isEqualTo(new Proposal.Proposed(Action.WAIT, "it is down"));
  }
}
