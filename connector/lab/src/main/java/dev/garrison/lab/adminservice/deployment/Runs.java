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

  /** Whether the site counts the device among the deployment's targets. */
  boolean targets(long assignment, int device) {
    return byAssignment.getOrDefault(assignment, new TreeMap<>()).containsKey(device);
  }

  /** Where a device stands, also one that left the targets and does not know yet. */
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

  /** A device comes among the targets, as if it had never been there. */
  void target(long assignment, int device, Run run) {
    forget(assignment, device);
    put(assignment, device, run);
  }

  /** The site no longer shows it; the device goes on. */
  void leave(long assignment, int device) {
    Run run = byAssignment.getOrDefault(assignment, new TreeMap<>()).remove(device);
    if (run != null) {
      left.computeIfAbsent(assignment, id -> new TreeMap<>()).put(device, run);
    }
    changed.accept(assignment);
  }

  /** The device has learned that it left. */
  void forget(long assignment, int device) {
    left.getOrDefault(assignment, new TreeMap<>()).remove(device);
  }
}
