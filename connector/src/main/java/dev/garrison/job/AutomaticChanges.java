package dev.garrison.job;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.manifest.job.ChangeKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which changes of a plan a job makes by itself: those whose kind is allowed, and of these only
 * those for which everything that they need is in place or chosen too. What takes servers out of
 * Defender for Endpoint is never among them (F24).
 */
public final class AutomaticChanges {
  private final Set<Address> halted;

  /**
   * @param halted the objects of rings that are halted
   */
  public AutomaticChanges(Set<Address> halted) {
    this.halted = Set.copyOf(halted);
  }

  /** The chosen ones, in the plan's order. */
  public Set<Address> of(Plan plan, Set<ChangeKind> allowed) {
    Set<Address> takingOut = new LinkedHashSet<>();
    plan.offboarding().stream().map(OffboardDecision::through).forEach(takingOut::addAll);
    Map<Address, Boolean> inPlace = new HashMap<>();
    Set<Address> chosen = new LinkedHashSet<>();
    for (PlannedChange change : plan.changes()) {
      boolean may =
          change.action().writes()
              && !takingOut.contains(change.address())
              && ChangeMeaning.of(change, halted).filter(allowed::contains).isPresent()
              && change.after().stream().allMatch(needed -> inPlace.getOrDefault(needed, true));
      if (may) {
        chosen.add(change.address());
      }
      inPlace.put(change.address(), may || change.action() == Action.NO_OP);
    }
    return chosen;
  }

  /**
   * How many writes of a plan are of which kind; those that no job makes are under empty.
   *
   * @param without those that are not counted
   */
  public Map<Optional<ChangeKind>, Integer> count(Plan plan, Set<Address> without) {
    Map<ChangeKind, Integer> known = new EnumMap<>(ChangeKind.class);
    int others = 0;
    for (PlannedChange change : plan.changes()) {
      if (change.action().writes() && !without.contains(change.address())) {
        Optional<ChangeKind> kind = ChangeMeaning.of(change, halted);
        kind.ifPresent(each -> known.merge(each, 1, Integer::sum));
        others += kind.isPresent() ? 0 : 1;
      }
    }
    Map<Optional<ChangeKind>, Integer> counts = new java.util.LinkedHashMap<>();
    known.forEach((kind, count) -> counts.put(Optional.of(kind), count));
    if (others > 0) {
      counts.put(Optional.empty(), others);
    }
    return counts;
  }
}
