package dev.garrison.payload;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Criteria for packages.
 *
 * @param asOf the time at which age and expiry are determined
 * @param orgId the tenant that they must belong to, if that is known
 */
public record Requirements(Instant asOf, Optional<UUID> orgId) {}
