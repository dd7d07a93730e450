package dev.garrison.engine.plan;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.resource.Address;
import java.util.List;
import java.util.Optional;

/**
 * One line of a plan.
 *
 * @param summary the object in a few words; not pinned
 * @param notes facts that a person should know; not pinned
 * @param fingerprint fingerprint of the object as read, without counters, summaries and times
 * @param after the objects that have to be in place first, sorted
 */
public record PlannedChange(
    Address address,
    Action action,
    String summary,
    List<Difference> differences,
    List<String> notes,
    Optional<ManualStep> step,
    String fingerprint,
    List<Address> after) {
  public PlannedChange {
    differences = List.copyOf(differences);
    notes = List.copyOf(notes);
    after = after.stream().sorted().distinct().toList();
  }

  /** Whether both pin the same change of the same object. */
  boolean pinsTheSameAs(PlannedChange other) {
    return address.equals(other.address)
        && action == other.action
        && differences.equals(other.differences)
        && fingerprint.equals(other.fingerprint);
  }

  PlannedChange waiting(String why) {
    return new PlannedChange(
        address, Action.WAIT, why, differences, notes, Optional.empty(), fingerprint, after);
  }
}
