package dev.garrison.payload.onboarding;

import dev.garrison.manifest.TenantSection.Geography;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Expected properties of a package.
 *
 * @param purpose its purpose; absent: either
 * @param orgId the tenant; absent if no manifest names it
 * @param geography storage location of the tenant's data; absent: not compared
 * @param asOf the time at which expiry is determined
 */
public record Expectation(
    Optional<Purpose> purpose, Optional<UUID> orgId, Optional<Geography> geography, Instant asOf) {
  /** Purpose of a package. */
  public enum Purpose {
    ONBOARDING,
    OFFBOARDING
  }

  /** Expects only that the package is complete, and deployable without a person. */
  public static Expectation none(Instant asOf) {
    return new Expectation(Optional.empty(), Optional.empty(), Optional.empty(), asOf);
  }
}
