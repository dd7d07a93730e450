package dev.garrison.engine.plan;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.resource.Address;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One line of a plan.
 *
 * @param summary the object in a few words; not pinned
 * @param notes facts that a person should know; not pinned
 * @param fingerprint fingerprint of the object as read, without counters, summaries and times
 * @param after the objects that have to be in place first, sorted
 * @param blocked why the wait does not end without a person; not pinned
 */
public record PlannedChange(
    Address address,
    Action action,
    String summary,
    List<Difference> differences,
    List<String> notes,
    Optional<ManualStep> step,
    String fingerprint,
    List<Address> after,
    Optional<Blockage> blocked) {
  public PlannedChange {
    differences = List.copyOf(differences);
    notes = List.copyOf(notes);
    after = after.stream().sorted().distinct().toList();
  }

  /** A change that is not blocked. */
  public PlannedChange(
      Address address,
      Action action,
      String summary,
      List<Difference> differences,
      List<String> notes,
      Optional<ManualStep> step,
      String fingerprint,
      List<Address> after) {
    this(address, action, summary, differences, notes, step, fingerprint, after, Optional.empty());
  }

  /** Whether the change becomes possible without a person. */
  public boolean waits() {
    return action == Action.WAIT && blocked.isEmpty();
  }

  /**
   * Order of the objects that this one needs, the one to name first. An object of another kind,
   * such as the content of a deployment, comes before one of its own.
   */
  public Comparator<Address> likelyCause() {
    return Comparator.comparing(each -> each.kind().equals(address.kind()));
  }

  /** Whether both pin the same change of the same object. */
  boolean pinsTheSameAs(PlannedChange other) {
    return address.equals(other.address)
        && action == other.action
        && differences.equals(other.differences)
        && fingerprint.equals(other.fingerprint);
  }

  PlannedChange waiting(String why, Optional<Blockage> because) {
    return new PlannedChange(
        address,
        Action.WAIT,
        why,
        differences,
        notes,
        Optional.empty(),
        fingerprint,
        after,
        because);
  }
}
