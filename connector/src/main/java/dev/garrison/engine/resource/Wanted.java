package dev.garrison.engine.resource;

import java.util.Set;

/**
 * One object that the recipe speaks of.
 *
 * @param after objects that have to be in place first though this one does not refer to them
 * @param <S> the kind's state
 */
public record Wanted<S extends Record>(Address address, Desired<S> desired, Set<Address> after) {
  public Wanted {
    after = Set.copyOf(after);
  }

  public Wanted(Address address, Desired<S> desired) {
    this(address, desired, Set.of());
  }

  /** An object that should exist like this. */
  public static <S extends Record> Wanted<S> present(Address address, S state) {
    return new Wanted<>(address, new Desired.Present<>(state));
  }
}
