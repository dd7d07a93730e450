package dev.garrison.engine.plan;

/**
 * What the user allows a plan besides what it always may.
 *
 * @param prune whether orphans are deleted; without it they are only named
 * @param downgrade whether what is installed may become older
 */
public record Allowances(boolean prune, boolean downgrade) {
  /** Nothing besides. */
  public static final Allowances NONE = new Allowances(false, false);
}
