package dev.garrison.engine.resource;

import java.util.Optional;

/** A kind whose objects do not go back to just what a journal says of them. */
public interface Restorable<S extends Record> extends ResourceType<S> {
  /**
   * The state without what the site itself changes by being at work, such as progress: two such
   * states of one object differ only when somebody changed it. Taking a run back compares these and
   * goes back to them.
   */
  default S lasting(S state) {
    return state;
  }

  /**
   * Why an object that was deleted cannot be made again from its state alone; empty when it can.
   * Taking a run back leaves such an object deleted, and says so.
   */
  default Optional<String> lost(S state) {
    return Optional.empty();
  }
}
