package dev.garrison.wsus.servers;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Observation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The comparison for what can be done and never taken back: once it is done, or where it is not
 * wanted, there is nothing to do.
 *
 * @param summary what is to be done, in a few words
 * @param done that it is
 * @param forGood what a person should know before agreeing
 */
public record OneWay(String summary, String done, String forGood) {
  /**
   * What should happen.
   *
   * @param wanted what it should be; empty where nobody wants it
   * @param isDone whether it is so already
   */
  public <S extends Record> Proposal propose(
      Optional<S> wanted, Observation<S> seen, Predicate<S> isDone) {
    return switch (seen) {
      case Observation.Found<S> found
          when wanted.filter(isDone).isPresent() && !isDone.test(found.state()) ->
          new Proposal.Proposed(
              Action.UPDATE,
              summary,
              Facts.between(Facts.of(found.state()), Facts.of(wanted.get())),
              List.of(forGood),
              Optional.empty());
      case Observation.Found<S> found ->
          new Proposal.Proposed(Action.NO_OP, isDone.test(found.state()) ? done : "not " + done);
      case Observation.Missing<S> _ -> new Proposal.Proposed(Action.NO_OP, "not there any more");
      case Observation.Ambiguous<S> _ -> new Proposal.Proposed(Action.WAIT, "there are several");
      case Observation.Unreadable<S>(String why) -> new Proposal.Proposed(Action.WAIT, why);
    };
  }
}
