package dev.garrison.cli.view;

import java.util.List;
import java.util.Optional;

/**
 * Amount of detail on the screen of a plan.
 *
 * @param notes whether to show all remarks that ask for no action
 * @param objects whether to show every object on a line of its own, also those that need no change
 * @param known remarks of the last plan, which are only counted; empty if no plan was recorded
 */
public record PlanDetail(boolean notes, boolean objects, Optional<List<String>> known) {
  /** The changes and all remarks, for screens that no option can enlarge. */
  public static final PlanDetail WITH_NOTES = new PlanDetail(true, false);

  /** The changes, and what a person has to do. */
  public static final PlanDetail USUAL = new PlanDetail(false, false);

  /** Without a plan before. */
  public PlanDetail(boolean notes, boolean objects) {
    this(notes, objects, Optional.empty());
  }

  /** The same detail, but remarks that an earlier plan did not have are shown. */
  public PlanDetail since(Optional<List<String>> before) {
    return new PlanDetail(notes, objects, before);
  }
}
