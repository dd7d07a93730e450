package dev.garrison.engine.resource;

import java.util.Optional;

/** Kind whose objects an undo cannot simply put back to the state in the journal. */
public interface Restorable<S extends Record> extends ResourceType<S> {
  /**
   * The state without values that the site itself changes as it works, such as progress. Two such
   * states of one object differ only if a person or a program changed it. An undo compares these
   * states and restores them.
   */
  default S lasting(S state) {
    return state;
  }

  /**
   * Reason why a deleted object cannot be created again from its state; empty when it can. An undo
   * leaves such an object deleted, and reports it.
   */
  default Optional<String> lost(S state) {
    return Optional.empty();
  }
}
