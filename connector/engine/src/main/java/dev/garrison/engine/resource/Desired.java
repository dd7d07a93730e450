package dev.garrison.engine.resource;

import java.util.Optional;

/**
 * Wanted state of one object: present in a certain state, or absent.
 *
 * @param <S> the kind's state
 */
public sealed interface Desired<S extends Record> {
  /** The state to reach; empty where the object should not exist. */
  default Optional<S> wantedState() {
    return this instanceof Present<S>(S wanted) ? Optional.of(wanted) : Optional.empty();
  }

  /** The object should exist in this state. */
  record Present<S extends Record>(S state) implements Desired<S> {}

  /**
   * The object should not exist. Such a deletion is part of the recipe and needs no {@code
   * --prune}.
   */
  record Absent<S extends Record>(String reason) implements Desired<S> {}
}
