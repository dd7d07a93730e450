package dev.garrison.engine.plan;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Wanted;
import java.util.HashSet;
import java.util.Set;

/**
 * One object of a plan with all that is needed to carry it out.
 *
 * @param seen what was read when the plan was made
 */
public record Step<S extends Record>(ResourceType<S> type, Wanted<S> wanted, Observation<S> seen) {
  /** The object's address. */
  public Address address() {
    return wanted.address();
  }

  /** Everything that has to be in place before it. */
  public Set<Address> dependencies() {
    Set<Address> all = new HashSet<>(wanted.after());
    if (wanted.desired() instanceof Desired.Present<S>(S state)) {
      all.addAll(type.references(state));
    }
    return all;
  }

  /** Managed objects that the existing object refers to: they go after it when both go. */
  Set<Address> referencesOfExisting() {
    return seen instanceof Observation.Found<S> found ? type.references(found.state()) : Set.of();
  }

  boolean leaves() {
    return wanted.desired() instanceof Desired.Absent;
  }
}
