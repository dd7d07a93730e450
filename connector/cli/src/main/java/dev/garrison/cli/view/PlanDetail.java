package dev.garrison.cli.view;

/**
 * Amount of detail on the screen of a plan.
 *
 * @param notes whether to show remarks that ask for no action
 * @param objects whether to show every object on a line of its own, also those that need no change
 */
public record PlanDetail(boolean notes, boolean objects) {
  /** The changes and all remarks, for screens that no option can enlarge. */
  public static final PlanDetail WITH_NOTES = new PlanDetail(true, false);

  /** The changes, and what a person has to do. */
  public static final PlanDetail USUAL = new PlanDetail(false, false);
}
