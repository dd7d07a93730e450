package dev.garrison.engine.resource;

import java.util.Optional;

/**
 * What one object should be.
 *
 * @param <S> the kind's state
 */
public sealed interface Desired<S extends Record> {
  /** The state to reach; empty where it should not exist. */
  default Optional<S> wantedState() {
    return this instanceof Present<S>(S wanted) ? Optional.of(wanted) : Optional.empty();
  }

  /** It should exist like this. */
  record Present<S extends Record>(S state) implements Desired<S> {}

  /** It should not exist. Such a deletion is part of the recipe and needs no {@code --prune}. */
  record Absent<S extends Record>(String reason) implements Desired<S> {}
}
