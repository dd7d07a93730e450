package dev.garrison.engine.plan;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Resolved;
import java.util.List;
import java.util.Optional;

/**
 * Result of reading all objects, before changes are proposed.
 *
 * @param steps one for each wanted object, kinds in the order in which they refer to each other
 * @param orphans objects with the manifest's mark that are not wanted any more
 * @param ids the servers' own keys of the objects
 */
public record Reading(List<Step<?>> steps, List<Step<?>> orphans, Resolved ids) {
  public Reading {
    steps = List.copyOf(steps);
    orphans = List.copyOf(orphans);
  }

  /** The step for the wanted object with this address. */
  public Optional<Step<?>> of(Address address) {
    return steps.stream()
        .<Step<?>>map(step -> step)
        .filter(step -> step.address().equals(address))
        .findFirst();
  }
}
