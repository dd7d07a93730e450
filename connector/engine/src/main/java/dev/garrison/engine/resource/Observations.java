package dev.garrison.engine.resource;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one bulk read of a kind found.
 *
 * @param wanted an observation for each object asked for
 * @param orphans objects with our mark that nobody asked for
 * @param <S> the kind's state
 */
public record Observations<S extends Record>(
    Map<Address, Observation<S>> wanted, Map<Address, Observation.Found<S>> orphans) {
  public Observations {
    wanted = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(wanted));
    orphans = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(orphans));
  }

  public Observations(Map<Address, Observation<S>> wanted) {
    this(wanted, Map.of());
  }

  /** The observation of one object that was asked for. */
  public Observation<S> of(Address address) {
    Observation<S> observation = wanted.get(address);
    if (observation == null) {
      throw new IllegalStateException(
          "the read of kind '" + address.kind() + "' left out " + address);
    }
    return observation;
  }
}
