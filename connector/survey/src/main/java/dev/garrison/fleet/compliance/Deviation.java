package dev.garrison.fleet.compliance;

import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;
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
public record Deviation(What what, Text wanted, Text is, Text source, Optional<Instant> at) {
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
