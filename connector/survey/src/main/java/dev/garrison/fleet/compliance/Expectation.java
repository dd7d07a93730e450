package dev.garrison.fleet.compliance;

import java.time.Instant;
import java.util.Optional;

/**
 * What a ring wants of its servers.
 *
 * @param due when the last of them shall be onboarded; empty while the ring has not opened
 * @param passive whether Microsoft Defender Antivirus shall be passive; else active
 */
public record Expectation(Optional<Instant> due, boolean passive) {}
