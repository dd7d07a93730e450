package dev.garrison.mecm.updaterule;

import dev.garrison.engine.resource.Address;

/**
 * The automatic deployment rule that keeps the sensor of one ring up to date. Key: the ring. A
 * person makes it.
 *
 * @param collection the ring's, as the manifest names it
 * @param rule its name
 */
public record UpdateRule(String ring, String collection, String rule, Standing standing) {
  /** The kind in addresses. */
  public static final String KIND = "update-rule";

  /** How a rule is, as far as it can be read. */
  public enum Standing {
    RUNS,
    DISABLED,
    FAILED,
    OF_OTHER_COLLECTION
  }

  /** The address of a ring's rule. */
  public static Address address(String ring) {
    return new Address(KIND, ring);
  }
}
