package dev.garrison.payload;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What packages are measured by.
 *
 * @param asOf the time for which is decided what is too old or has expired
 * @param orgId the tenant that they have to belong to, where that is known
 */
public record Requirements(Instant asOf, Optional<UUID> orgId) {}
