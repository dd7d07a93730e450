package dev.garrison.ring;

import dev.garrison.manifest.value.RingGate;
import java.time.Instant;
import java.util.Optional;

/**
 * Where one ring stands, for people.
 *
 * @param reason why, as a clause
 * @param opened when its first deployment was made; empty before
 * @param members servers that the customer's collections hold for it
 * @param health those that its deployments target
 */
public record RingReport(
    String ring,
    RingState state,
    String reason,
    Optional<Instant> opened,
    int members,
    int maxDevices,
    RingHealth health,
    RingGate gate) {}
