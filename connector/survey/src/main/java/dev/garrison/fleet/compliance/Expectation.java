package dev.garrison.fleet.compliance;

import java.time.Instant;
import java.util.Optional;

/**
 * Expectations of a ring for its servers.
 *
 * @param due time by which the last of them must be onboarded; empty while the ring has not opened
 * @param passive whether Microsoft Defender Antivirus must be passive; else active
 */
public record Expectation(Optional<Instant> due, boolean passive) {}
