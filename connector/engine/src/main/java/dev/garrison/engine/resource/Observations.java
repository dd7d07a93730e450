package dev.garrison.engine.resource;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Results of one bulk read of a kind.
 *
 * @param wanted an observation for each requested object
 * @param orphans objects with the manifest's mark that were not requested
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

  /** The observation of one requested object. */
  public Observation<S> of(Address address) {
    Observation<S> observation = wanted.get(address);
    if (observation == null) {
      throw new IllegalStateException(
          "the read of kind '" + address.kind() + "' left out " + address);
    }
    return observation;
  }
}
