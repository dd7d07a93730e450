package dev.garrison.job;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.manifest.job.ChangeKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Selects the changes of a plan that a job may make automatically. These are the changes of an
 * allowed kind whose prerequisites are all in place or selected too. A change that offboards
 * servers is never among them (F24).
 */
public final class AutomaticChanges {
  private final Plan plan;
  private final Set<Address> takingOut = new HashSet<>();

  /** Selects from a plan. */
  public AutomaticChanges(Plan plan) {
    this.plan = plan;
    plan.offboarding().stream().map(OffboardDecision::through).forEach(takingOut::addAll);
  }

  /** The selected changes, in the plan's order. */
  public Set<Address> of(Set<ChangeKind> allowed) {
    Map<Address, Boolean> inPlace = new HashMap<>();
    Set<Address> chosen = new LinkedHashSet<>();
    for (PlannedChange change : plan.changes()) {
      boolean may =
          change.action().writes()
              && kind(change).filter(allowed::contains).isPresent()
              && change.after().stream().allMatch(needed -> inPlace.getOrDefault(needed, true));
      if (may) {
        chosen.add(change.address());
      }
      inPlace.put(change.address(), may || change.action() == Action.NO_OP);
    }
    return chosen;
  }

  private Optional<ChangeKind> kind(PlannedChange change) {
    return takingOut.contains(change.address()) ? Optional.empty() : ChangeMeaning.of(change);
  }

  /**
   * Numbers of writes by kind; writes that no job makes are under empty.
   *
   * @param without changes that are not counted
   */
  public Map<Optional<ChangeKind>, Integer> count(Set<Address> without) {
    Map<ChangeKind, Integer> known = new EnumMap<>(ChangeKind.class);
    int others = 0;
    for (PlannedChange change : plan.changes()) {
      if (change.action().writes() && !without.contains(change.address())) {
        Optional<ChangeKind> kind = kind(change);
        kind.ifPresent(each -> known.merge(each, 1, Integer::sum));
        others += kind.isPresent() ? 0 : 1;
      }
    }
    Map<Optional<ChangeKind>, Integer> counts = new LinkedHashMap<>();
    known.forEach((kind, count) -> counts.put(Optional.of(kind), count));
    if (others > 0) {
      counts.put(Optional.empty(), others);
    }
    return counts;
  }
}
