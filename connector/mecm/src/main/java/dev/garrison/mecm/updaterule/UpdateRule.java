package dev.garrison.mecm.updaterule;

import dev.garrison.engine.resource.Address;

/**
 * The automatic deployment rule that keeps the sensor of one ring up to date. Key: the ring. The
 * administrator creates it.
 *
 * @param collection the ring's, as the manifest names it
 * @param rule its name
 */
public record UpdateRule(String ring, String collection, String rule, Standing standing) {
  /** The kind in addresses. */
  public static final String KIND = "update-rule";

  /** Status of a rule, as far as it can be read. */
  public enum Standing {
    /**
     * The current and wanted release is deployed and enabled, and the rule is proven to bring it.
     */
    RUNS,
    OF_OTHER_COLLECTION,
    DISABLED,
    FAILED,
    NOT_RUN,
    /** Channels that the manifest does not name are deployed to the ring. */
    NOT_WANTED,
    /** A version that the manifest holds back is deployed and enabled. */
    HELD,
    NOT_ENABLED,
    NOTHING_DEPLOYED,
    /** The current release is not deployed yet, or the site has no release in force. */
    BEHIND
  }

  /** The address of a ring's rule. */
  public static Address address(String ring) {
    return new Address(KIND, ring);
  }
}
