package dev.garrison.engine.resource;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The servers' own keys of the objects read so far. */
public final class Resolved {
  private final Map<Address, String> ids = new ConcurrentHashMap<>();

  /** The key of an object, empty while it does not exist. */
  public Optional<String> id(Address address) {
    return Optional.ofNullable(ids.get(address));
  }

  /** Stores, replaces or removes the key of an object according to the observation. */
  public void update(Address address, Observation<?> observation) {
    if (observation instanceof Observation.Found<?> found) {
      ids.put(address, found.id());
    } else {
      ids.remove(address);
    }
  }
}
