package dev.garrison.fleet.compliance;

import dev.garrison.diagnostic.Worded;
import java.time.Instant;
import java.util.Optional;

/**
 * Difference between a server and the manifest.
 *
 * @param what kind of difference
 * @param wanted by the manifest
 * @param is the known state of the server
 * @param source of that state
 * @param at its time; empty where unknown
 */
public record Deviation(What what, String wanted, String is, String source, Optional<Instant> at) {
  /** Kind of difference. */
  public enum What implements Worded {
    ONBOARDING,
    TENANT,
    SENSOR,
    ANTIVIRUS,
    SETTINGS,
    REGISTRY
  }
}
