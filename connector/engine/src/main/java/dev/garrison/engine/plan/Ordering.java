package dev.garrison.engine.plan;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.language.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Orders steps so that each comes after the steps that it needs; otherwise the order stays.
 * Deletions go the other way: an object before those that it refers to or uses, and kinds in
 * reverse. A reference to an object that is not part of the plan is ignored.
 */
final class Ordering {
  /**
   * A step in its place.
   *
   * @param after the steps that have to succeed first
   */
  record Placed(Step<?> step, Set<Address> after) {}

  private final Map<Address, Step<?>> steps = new LinkedHashMap<>();
  private final Map<Address, Set<Address>> predecessors = new LinkedHashMap<>();

  private Ordering(List<Step<?>> given, ToIntFunction<Address> rank) {
    given.forEach(step -> steps.put(step.address(), step));
    given.forEach(this::connect);
    List<Step<?>> leaving = given.stream().filter(Step::leaves).toList();
    for (Step<?> first : leaving) {
      for (Step<?> second : leaving) {
        if (rank.applyAsInt(first.address()) > rank.applyAsInt(second.address())
            || !second.without(first).seen().equals(second.seen())) {
          precede(first.address(), second.address());
        }
      }
    }
  }

  /**
   * Sorts the steps.
   *
   * @param rank position of the address's kind in the order in which kinds refer to each other
   */
  static List<Placed> of(List<Step<?>> steps, ToIntFunction<Address> rank) {
    return new Ordering(steps, rank).sorted();
  }

  private void connect(Step<?> step) {
    if (step.leaves()) {
      for (Address referred : step.referencesOfExisting()) {
        Step<?> other = steps.get(referred);
        if (other != null && other.leaves()) {
          precede(step.address(), referred);
        }
      }
    }
    step.dependencies().stream()
        .filter(steps::containsKey)
        .forEach(needed -> precede(needed, step.address()));
  }

  private void precede(Address first, Address second) {
    if (!first.equals(second)) {
      predecessors.computeIfAbsent(second, _ -> new LinkedHashSet<>()).add(first);
    }
  }

  private Set<Address> before(Address address) {
    return predecessors.getOrDefault(address, Set.of());
  }

  private List<Placed> sorted() {
    List<Placed> order = new ArrayList<>();
    Set<Address> placed = new LinkedHashSet<>();
    while (placed.size() < steps.size()) {
      Step<?> next =
          steps.values().stream()
              .filter(step -> !placed.contains(step.address()))
              .filter(step -> placed.containsAll(before(step.address())))
              .findFirst()
              .orElseThrow(() -> cycle(placed));
      placed.add(next.address());
      order.add(new Placed(next, before(next.address())));
    }
    return order;
  }

  private RefusalException cycle(Set<Address> placed) {
    List<Address> circle =
        steps.keySet().stream().filter(address -> !placed.contains(address)).toList();
    return new RefusalException(
        Diagnostic.error(
            EngineCode.REFERENCE_CYCLE, Message.of("object.circle", "objects", circle)));
  }
}
