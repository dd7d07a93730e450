package dev.garrison.engine.plan;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Resolved;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan with everything needed to carry it out.
 *
 * @param steps one for each of the plan's changes, in the same order
 * @param ids the servers' own keys of the objects, as read
 * @param warnings items that need attention, whether or not the plan is agreed to
 */
public record Planned(Plan plan, List<Step<?>> steps, Resolved ids, List<Diagnostic> warnings) {
  public Planned {
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /** Effect of an undo for each change. */
  public Map<Address, String> rollbacks() {
    Map<Address, String> rollbacks = new HashMap<>();
    for (int index = 0; index < steps.size(); index++) {
      PlannedChange change = plan.changes().get(index);
      rollbacks.put(
          change.address(), steps.get(index).type().kind().rollback().of(change.action()));
    }
    return rollbacks;
  }

  /** The same plan with only these objects, in the same order. */
  public Planned only(Set<Address> addresses) {
    return new Planned(
        plan.with(
            plan.changes().stream()
                .filter(change -> addresses.contains(change.address()))
                .toList()),
        steps.stream().filter(step -> addresses.contains(step.address())).toList(),
        ids,
        warnings);
  }

  /** The same plan with more facts that a person should know before agreeing. */
  public Planned remarking(List<String> more) {
    return new Planned(plan.remarking(more), steps, ids, warnings);
  }
}
