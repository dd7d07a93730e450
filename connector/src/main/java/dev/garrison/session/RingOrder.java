package dev.garrison.session;

/**
 * What a person decides about a ring.
 *
 * @param reason noted on the site with it
 */
public record RingOrder(Kind kind, String ring, String reason) {
  /** The decision. */
  public enum Kind {
    /** Its deployments are disabled, and no ring after it opens. */
    HALT,
    /** The next plan goes on with it. */
    RESUME,
    /** Its gate is not waited for. */
    SKIP
  }
}
