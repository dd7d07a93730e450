package dev.garrison.lab.adminservice.deployment;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Status of every targeted device, by deployment and device index. */
final class Runs {
  private final Map<Long, TreeMap<Integer, Run>> byAssignment = new TreeMap<>();
  private final Map<Long, TreeMap<Integer, Run>> left = new TreeMap<>();
  private final LongConsumer changed;

  /**
   * Creates an object without runs.
   *
   * @param changed called with a deployment's id after each change
   */
  Runs(LongConsumer changed) {
    this.changed = changed;
  }

  Map<Integer, Run> of(long assignment) {
    return Map.copyOf(byAssignment.getOrDefault(assignment, new TreeMap<>()));
  }

  /** Whether the site counts the device as a target of the deployment. */
  boolean targets(long assignment, int device) {
    return byAssignment.getOrDefault(assignment, new TreeMap<>()).containsKey(device);
  }

  /** Status of a device, also of one that left the targets and does not know yet. */
  Optional<Run> find(long assignment, int device) {
    return Optional.ofNullable(byAssignment.getOrDefault(assignment, new TreeMap<>()).get(device))
        .or(() -> Optional.ofNullable(left.getOrDefault(assignment, new TreeMap<>()).get(device)));
  }

  void put(long assignment, int device, Run run) {
    TreeMap<Integer, Run> gone = left.getOrDefault(assignment, new TreeMap<>());
    if (!targets(assignment, device) && gone.containsKey(device)) {
      gone.put(device, run);
      return;
    }
    byAssignment.computeIfAbsent(assignment, id -> new TreeMap<>()).put(device, run);
    changed.accept(assignment);
  }

  /** Adds a device to the targets, as if it had never been a target. */
  void target(long assignment, int device, Run run) {
    forget(assignment, device);
    put(assignment, device, run);
  }

  /** Removes a device from the targets; the site no longer shows it, and the device continues. */
  void leave(long assignment, int device) {
    Run run = byAssignment.getOrDefault(assignment, new TreeMap<>()).remove(device);
    if (run != null) {
      left.computeIfAbsent(assignment, id -> new TreeMap<>()).put(device, run);
    }
    changed.accept(assignment);
  }

  /** Forgets a device that left the targets and has learned of it. */
  void forget(long assignment, int device) {
    left.getOrDefault(assignment, new TreeMap<>()).remove(device);
  }
}
