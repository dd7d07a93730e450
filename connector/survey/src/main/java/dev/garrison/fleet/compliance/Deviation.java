package dev.garrison.fleet.compliance;

import dev.garrison.diagnostic.Worded;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that is not as the manifest says.
 *
 * @param what in a word
 * @param wanted by the manifest
 * @param is what is known of the server
 * @param source who says so
 * @param at when it was so; empty where nobody tells
 */
public record Deviation(What what, String wanted, String is, String source, Optional<Instant> at) {
  /** What may differ. */
  public enum What implements Worded {
    ONBOARDING,
    TENANT,
    SENSOR,
    ANTIVIRUS,
    SETTINGS,
    REGISTRY
  }
}
