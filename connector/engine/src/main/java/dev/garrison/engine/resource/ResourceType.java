package dev.garrison.engine.resource;

import dev.garrison.engine.change.Proposal;
import java.util.List;

/**
 * One kind of object: finds its objects and proposes changes to them. Knows nothing of other kinds.
 * Abilities that only some kinds have are in {@link Writable}, {@link Markable}, {@link Examined}
 * and {@link Restorable}. No type wraps another, because abilities that the wrapper lacks would be
 * hidden.
 *
 * @param <S> the state, a record of everything that Garrison models of such an object
 */
public interface ResourceType<S extends Record> {
  /** Properties of the kind, such as its name and its recorded form. */
  Kind<S> kind();

  /**
   * Reads all these objects with few requests. If the scope asks for them, it also reads all other
   * objects of the kind that carry the manifest's mark. Must not write.
   *
   * @param ids keys of the objects of the kinds before this one
   */
  Observations<S> observe(List<Wanted<S>> wanted, Resolved ids, Scope scope);

  /**
   * Compares the observation with the wanted state and proposes an action. Pure: the same arguments
   * give the same answer, and nothing is read.
   */
  Proposal propose(Wanted<S> wanted, Observation<S> seen);
}
