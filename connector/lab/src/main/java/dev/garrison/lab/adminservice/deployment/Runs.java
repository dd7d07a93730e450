package dev.garrison.lab.adminservice.deployment;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Where every targeted device stands, by deployment and device index. */
final class Runs {
  private final Map<Long, TreeMap<Integer, Run>> byAssignment = new TreeMap<>();
  private final LongConsumer changed;

  /**
   * No runs yet.
   *
   * @param changed told a deployment's id after each change
   */
  Runs(LongConsumer changed) {
    this.changed = changed;
  }

  Map<Integer, Run> of(long assignment) {
    return Map.copyOf(byAssignment.getOrDefault(assignment, new TreeMap<>()));
  }

  Optional<Run> find(long assignment, int device) {
    return Optional.ofNullable(byAssignment.getOrDefault(assignment, new TreeMap<>()).get(device));
  }

  void put(long assignment, int device, Run run) {
    byAssignment.computeIfAbsent(assignment, id -> new TreeMap<>()).put(device, run);
    changed.accept(assignment);
  }

  void remove(long assignment, int device) {
    byAssignment.getOrDefault(assignment, new TreeMap<>()).remove(device);
    changed.accept(assignment);
  }
}
