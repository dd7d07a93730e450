package dev.garrison.engine.resource;

import dev.garrison.engine.change.Proposal;
import java.util.List;

/**
 * One kind of object: how to find it, and what should happen to it. Knows nothing of other kinds.
 * What only some kinds can do is in {@link Writable}, {@link Markable}, {@link Examined} and {@link
 * Restorable}. None stands in for another: what it cannot do would be hidden.
 *
 * @param <S> the state, a record of all that Garrison models of such an object
 */
public interface ResourceType<S extends Record> {
  /** What it is called, and how it is kept. */
  Kind<S> kind();

  /**
   * Reads all these objects with few requests, and where the scope asks for them every other object
   * of the kind that carries our mark. Must not write.
   *
   * @param ids keys of the objects of the kinds before this one
   */
  Observations<S> observe(List<Wanted<S>> wanted, Resolved ids, Scope scope);

  /** Compares. Pure: the same arguments give the same answer, and nothing is read. */
  Proposal propose(Wanted<S> wanted, Observation<S> seen);
}
