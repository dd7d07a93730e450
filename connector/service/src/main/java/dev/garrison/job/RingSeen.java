package dev.garrison.job;

import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import java.time.Instant;
import java.util.Optional;

/**
 * How a ring was when a run looked at it, besides its state.
 *
 * @param at when that was
 * @param opened when its first deployment was made; empty before
 * @param members servers that the customer's collections hold for it
 * @param maxDevices the most that the manifest allowed then
 * @param health those that its deployments target: what its gate is about
 * @param gate what the manifest demanded then
 */
public record RingSeen(
    Instant at,
    Optional<Instant> opened,
    int members,
    int maxDevices,
    RingHealth health,
    RingGate gate) {
  static RingSeen of(RingReport ring, Instant at) {
    return new RingSeen(
        at, ring.opened(), ring.members(), ring.maxDevices(), ring.health(), ring.gate());
  }
}
