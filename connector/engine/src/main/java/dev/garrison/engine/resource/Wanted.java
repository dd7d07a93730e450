package dev.garrison.engine.resource;

import dev.garrison.engine.change.Blockage;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One object of the recipe, with its wanted state.
 *
 * @param after objects that have to be in place first though this one does not refer to them
 * @param held reason why the object is not written now, regardless of the change; a clause for
 *     people
 * @param blocked why that does not end without a person; only with {@code held}
 * @param givenBack whether the object goes back to an administrator: then it is as wanted without
 *     the manifest's mark
 * @param <S> the kind's state
 */
public record Wanted<S extends Record>(
    Address address,
    Desired<S> desired,
    Set<Address> after,
    Optional<String> held,
    Optional<Blockage> blocked,
    boolean givenBack) {
  public Wanted {
    if (blocked.isPresent() && held.isEmpty()) {
      throw new IllegalArgumentException("only what is held is blocked, not " + address);
    }
    after = Set.copyOf(after);
  }

  public Wanted(Address address, Desired<S> desired, Set<Address> after, Optional<String> held) {
    this(address, desired, after, held, Optional.empty(), false);
  }

  public Wanted(Address address, Desired<S> desired, Set<Address> after) {
    this(address, desired, after, Optional.empty());
  }

  public Wanted(Address address, Desired<S> desired) {
    this(address, desired, Set.of());
  }

  /** A copy that comes after these objects too. */
  public Wanted<S> afterAlso(Set<Address> more) {
    Set<Address> all = new HashSet<>(after);
    all.addAll(more);
    return new Wanted<>(address, desired, all, held, blocked, givenBack);
  }

  /** A copy that comes after those of its objects that are among these. */
  public Wanted<S> afterOnly(Set<Address> some) {
    Set<Address> left = new HashSet<>(after);
    left.retainAll(some);
    return new Wanted<>(address, desired, left, held, blocked, givenBack);
  }

  /** A copy that is held back by a decision that this run does not change. */
  public Wanted<S> heldBecause(String why) {
    return new Wanted<>(address, desired, after, Optional.of(why), Optional.empty(), givenBack);
  }

  /** A copy that stays held until a person acts; without a cause the same. */
  public Wanted<S> blockedBy(Optional<Blockage> cause) {
    return new Wanted<>(address, desired, after, held, held.flatMap(_ -> cause), givenBack);
  }

  /** A copy that is given back to the administrator who had it before. */
  public Wanted<S> givingBack() {
    return new Wanted<>(address, desired, after, held, blocked, true);
  }

  /** An object that should exist in this state. */
  public static <S extends Record> Wanted<S> present(Address address, S state) {
    return new Wanted<>(address, new Desired.Present<>(state));
  }
}
