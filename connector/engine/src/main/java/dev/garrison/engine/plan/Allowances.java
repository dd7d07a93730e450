package dev.garrison.engine.plan;

/**
 * Permissions that the user gives a plan in addition to the default ones.
 *
 * @param prune whether orphans are deleted; without it they are only listed
 * @param downgrade whether an installed version may become older
 */
public record Allowances(boolean prune, boolean downgrade) {
  /** No additional permissions. */
  public static final Allowances NONE = new Allowances(false, false);
}
