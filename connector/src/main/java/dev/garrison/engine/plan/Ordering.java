package dev.garrison.engine.plan;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.EngineCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts steps in an order in which each comes after what it needs; otherwise the given order stays.
 */
final class Ordering {
  private final Map<Address, Step<?>> steps = new LinkedHashMap<>();
  private final Map<Address, Set<Address>> predecessors = new LinkedHashMap<>();

  private Ordering(List<Step<?>> given) {
    given.forEach(step -> steps.put(step.address(), step));
    given.forEach(this::connect);
  }

  static List<Step<?>> of(List<Step<?>> steps) {
    return new Ordering(steps).sorted();
  }

  private void connect(Step<?> step) {
    for (Address needed : step.dependencies()) {
      if (!steps.containsKey(needed)) {
        throw new IllegalStateException(
            step.address() + " needs " + needed + ", which is not part of the plan");
      }
      precede(needed, step.address());
    }
    if (step.leaves()) {
      for (Address referred : step.referencesOfExisting()) {
        Step<?> other = steps.get(referred);
        if (other != null && other.leaves()) {
          precede(step.address(), referred);
        }
      }
    }
  }

  private void precede(Address first, Address second) {
    predecessors.computeIfAbsent(second, _ -> new LinkedHashSet<>()).add(first);
  }

  private List<Step<?>> sorted() {
    List<Step<?>> order = new ArrayList<>();
    Set<Address> placed = new LinkedHashSet<>();
    while (placed.size() < steps.size()) {
      Address next =
          steps.keySet().stream()
              .filter(address -> !placed.contains(address))
              .filter(address -> placed.containsAll(predecessors.getOrDefault(address, Set.of())))
              .findFirst()
              .orElseThrow(() -> cycle(placed));
      placed.add(next);
      order.add(steps.get(next));
    }
    return order;
  }

  private RefusalException cycle(Set<Address> placed) {
    String names =
        steps.keySet().stream()
            .filter(address -> !placed.contains(address))
            .map(Address::toString)
            .collect(Collectors.joining(", "));
    return new RefusalException(
        Diagnostic.error(
            EngineCode.REFERENCE_CYCLE,
            "These objects need one another: " + names + ".",
            "Nothing can come first. Break the circle in the manifest."));
  }
}
