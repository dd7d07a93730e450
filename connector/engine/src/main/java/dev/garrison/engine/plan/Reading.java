package dev.garrison.engine.plan;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Resolved;
import java.util.List;
import java.util.Optional;

/**
 * What was read, before anything is proposed.
 *
 * @param steps one for each wanted object, kinds in the order of references
 * @param orphans objects with our mark that nobody wants
 * @param ids the servers' keys
 */
public record Reading(List<Step<?>> steps, List<Step<?>> orphans, Resolved ids) {
  public Reading {
    steps = List.copyOf(steps);
    orphans = List.copyOf(orphans);
  }

  /** The wanted object of this address. */
  public Optional<Step<?>> of(Address address) {
    return steps.stream()
        .<Step<?>>map(step -> step)
        .filter(step -> step.address().equals(address))
        .findFirst();
  }
}
