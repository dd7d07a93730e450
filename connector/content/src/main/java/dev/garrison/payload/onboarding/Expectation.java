package dev.garrison.payload.onboarding;

import dev.garrison.manifest.TenantSection.Geography;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a package has to be.
 *
 * @param purpose what it is for; absent: either
 * @param orgId the tenant; absent where no manifest says it
 * @param geography where the tenant's data lies; absent: not compared
 * @param asOf the time for which is decided what has ended
 */
public record Expectation(
    Optional<Purpose> purpose, Optional<UUID> orgId, Optional<Geography> geography, Instant asOf) {
  /** For what a package is used. */
  public enum Purpose {
    ONBOARDING,
    OFFBOARDING
  }

  /** Nothing but that it is whole, and deployable without a person. */
  public static Expectation none(Instant asOf) {
    return new Expectation(Optional.empty(), Optional.empty(), Optional.empty(), asOf);
  }
}
