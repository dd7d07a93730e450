package dev.garrison.engine.apply;

import dev.garrison.engine.resource.Address;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What became of each object of a plan, in the plan's order.
 *
 * @param head the journal's newest entry
 */
public record ApplyReport(Map<Address, StepResult> results, String head) {
  public ApplyReport {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
  }

  /** How many objects ended like this. */
  public long count(Predicate<StepResult> which) {
    return results.values().stream().filter(which).count();
  }

  /** Whether nothing failed. */
  public boolean succeeded() {
    return count(StepResult::failed) == 0;
  }

  /** Whether something is under way that time alone completes. */
  public boolean waits() {
    return count(StepResult.Waiting.class::isInstance) > 0;
  }

  /** Whether everything is in place. */
  public boolean complete() {
    return count(StepResult::inPlace) == results.size();
  }

  /** This round and the one after it as one: what was done in either counts as done. */
  public ApplyReport then(ApplyReport later) {
    Map<Address, StepResult> all = new LinkedHashMap<>(results);
    later.results.forEach((address, result) -> {
      StepResult before = results.getOrDefault(address, result);
      boolean stillDone =
          result instanceof StepResult.Unchanged && before instanceof StepResult.Done;
      all.put(address, stillDone ? before : result);
    });
    return new ApplyReport(all, later.head);
  }
}
