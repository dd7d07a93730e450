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

  /** Whether everything is in place. */
  public boolean complete() {
    return count(StepResult::inPlace) == results.size();
  }
}
