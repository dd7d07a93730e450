package dev.garrison.engine.apply;

import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.resource.Address;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Results of an apply for each object, in the plan's order.
 *
 * @param head the digest of the journal's newest entry
 */
public record ApplyReport(Map<Address, StepResult> results, String head) {
  public ApplyReport {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
  }

  /** Number of objects with such a result. */
  public long count(Predicate<StepResult> which) {
    return results.values().stream().filter(which).count();
  }

  /** Whether no object failed. */
  public boolean succeeded() {
    return count(StepResult::failed) == 0;
  }

  /** Whether an object is waiting for work that completes without an operator. */
  public boolean waits() {
    return count(StepResult.Waiting.class::isInstance) > 0;
  }

  /** Whether an object does not become possible until a person acts. */
  public boolean blocked() {
    return !blockages().isEmpty();
  }

  /** Causes of the blocked objects, each once. */
  public List<Blockage> blockages() {
    return results.values().stream()
        .filter(StepResult.Blocked.class::isInstance)
        .map(result -> ((StepResult.Blocked) result).cause())
        .distinct()
        .toList();
  }

  /** Whether every object is in place. */
  public boolean complete() {
    return count(StepResult::inPlace) == results.size();
  }

  /** Combines this round with a later one; an object done or begun here stays so. */
  public ApplyReport then(ApplyReport later) {
    Map<Address, StepResult> all = new LinkedHashMap<>(results);
    later.results.forEach((address, result) ->
        all.put(address, result.following(results.getOrDefault(address, result))));
    return new ApplyReport(all, later.head);
  }
}
