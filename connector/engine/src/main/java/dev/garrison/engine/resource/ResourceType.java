package dev.garrison.engine.resource;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of object: how to find it, what should happen to it, and how to do that. Knows nothing
 * of other kinds.
 *
 * @param <S> the state, a record of all that Garrison models of such an object
 */
public interface ResourceType<S extends Record> {
  /** The kind in addresses and plans, for example {@code collection}. */
  String name();

  /** How journals hold the state. */
  StateForm<S> form();

  /** Managed objects that have to be there before this one. */
  Set<Address> references(S desired);

  /**
   * Reads all these objects with few requests, and where the scope asks for them every other object
   * of the kind that carries our mark. Must not write.
   *
   * @param ids keys of the objects of the kinds before this one
   */
  Observations<S> observe(List<Wanted<S>> wanted, Resolved ids, Scope scope);

  /** Compares. Pure: the same arguments give the same answer, and nothing is read. */
  Proposal propose(Wanted<S> wanted, Observation<S> seen);

  /**
   * The state without what the site itself changes by being at work, such as progress: two such
   * states of one object differ only when somebody changed it. Taking a run back compares these and
   * goes back to them.
   */
  default S lasting(S state) {
    return state;
  }

  /**
   * Whether such an object comes about by the site's own work, only later: then a plan does not
   * rest on how it is, and writing it is asking for that work.
   */
  default boolean passing() {
    return false;
  }

  /** What taking back such changes does, and what it cannot. */
  Rollback rollback();

  /**
   * What is wrong with an object that only a costly look shows, such as reading files back whole.
   * Asked when everything is verified, and never for a plan.
   */
  default Optional<Diagnostic> examine(Wanted<S> wanted, Observation<S> seen) {
    return Optional.empty();
  }

  /**
   * Why an object that was deleted cannot be made again from its state alone; empty when it can.
   * Taking a run back leaves such an object deleted, and says so.
   */
  default Optional<String> lost(S state) {
    return Optional.empty();
  }

  /** The state with our mark in it and otherwise unchanged: what {@code adopt} writes. */
  S marked(S state, Mark mark);

  /**
   * Does it. Whether it counts is decided by observing and proposing again; so doing it twice must
   * be harmless.
   */
  Outcome carryOut(Change<S> change, Resolved ids, Progress progress);
}
