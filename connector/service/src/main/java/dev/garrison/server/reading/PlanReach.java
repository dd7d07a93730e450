package dev.garrison.server.reading;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.manifest.Manifest;
import dev.garrison.recipe.ring.RingObjects;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rings and servers that a plan reaches.
 *
 * @param rings the rings whose servers it reaches, with the numbers when it was made
 * @param removals the changes that delete an object, also where they create it again
 * @param isKnown whether the rings tell all servers that it reaches
 */
public record PlanReach(List<RingDecision> rings, List<PlannedChange> removals, boolean isKnown) {
  public PlanReach {
    rings = List.copyOf(rings);
    removals = List.copyOf(removals);
  }

  /**
   * Calculates the reach of a plan. A change of a ring's object reaches that ring. A new shared
   * object reaches no server until a ring uses it; any other change of one can reach all rings. The
   * servers of an object of no ring that is deleted are not known.
   */
  public static PlanReach of(Plan plan, Manifest manifest) {
    Map<Address, String> owners = new LinkedHashMap<>();
    RingObjects.of(manifest)
        .forEach(ring -> ring.all().forEach(object -> owners.put(object, ring.ring())));
    List<PlannedChange> writes =
        plan.changes().stream().filter(change -> change.action().writes()).toList();
    List<PlannedChange> shared =
        writes.stream().filter(change -> !owners.containsKey(change.address())).toList();
    boolean isShared = shared.stream().anyMatch(change -> change.action() != Action.CREATE);
    Set<String> reached =
        writes.stream()
            .map(change -> owners.get(change.address()))
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    List<RingDecision> rings =
        plan.rings().stream().filter(ring -> isShared || reached.contains(ring.ring())).toList();
    return new PlanReach(
        rings,
        writes.stream().filter(PlanReach::removes).toList(),
        !plan.rings().isEmpty()
            && shared.stream().noneMatch(change -> change.action() == Action.DELETE)
            && rings.stream().map(RingDecision::ring).toList().containsAll(reached));
  }

  private static boolean removes(PlannedChange change) {
    return change.action() == Action.DELETE || change.action() == Action.REPLACE;
  }

  /** Number of servers; 0 where the rings do not tell them. */
  public int servers() {
    return rings.stream().mapToInt(RingDecision::members).sum();
  }

  /** Number that confirms a plan with removals. */
  public String confirmation() {
    return String.valueOf(isKnown ? servers() : removals.size());
  }
}
