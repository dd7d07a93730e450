package dev.garrison.wsus.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OneWayTest {
  private static final OneWay ACCEPT = new OneWay("accept it", "accepted", "There is no way back.");
  private static final State OPEN = new State(false);
  private static final State DONE = new State(true);

  record State(boolean isDone) {}

  private static Proposal propose(Optional<State> wanted, Observation<State> seen) {
    return ACCEPT.propose(wanted, seen, State::isDone);
  }

  private static Observation<State> found(State state) {
    return new Observation.Found<>(state, new Owner.Ours(), "id", "");
  }

  @Test
  void whatIsWantedAndNotDoneIsDone() {
    assertThat(propose(Optional.of(DONE), found(OPEN)))
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
    assertThat(propose(Optional.of(DONE), found(DONE)))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "accepted"));
    assertThat(propose(Optional.empty(), found(DONE)))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "accepted"));
  }

  @Test
  void whatNobodyWantsIsNotDone() {
    assertThat(propose(Optional.empty(), found(OPEN)))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "not accepted"));
    assertThat(propose(Optional.of(OPEN), found(OPEN)))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "not accepted"));
  }

  @Test
  void nothingIsDoneWithWhatIsNotThereOrNotKnown() {
    assertThat(propose(Optional.of(DONE), new Observation.Missing<>()))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "not there any more"));
    assertThat(propose(Optional.of(DONE), new Observation.Ambiguous<>(List.of("a", "b"))))
        .isEqualTo(new Proposal.Proposed(Action.WAIT, "there are several"));
    assertThat(propose(Optional.of(DONE), new Observation.Unreadable<>("it is down")))
        .isEqualTo(new Proposal.Proposed(Action.WAIT, "it is down"));
  }
}
