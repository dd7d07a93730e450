package dev.garrison.job;

import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.AntivirusCounts;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import java.time.Instant;
import java.util.Optional;

/**
 * Facts of a ring when a run read it, besides its state.
 *
 * @param at time of the reading
 * @param opened time of its first deployment; empty before
 * @param members servers that your collections hold for it
 * @param maxDevices the largest number of servers that the manifest allowed then
 * @param health state of the servers that its deployments target, which its gate judges
 * @param gate the criteria of the manifest then
 * @param antivirus of its servers; empty where nothing is counted, or an earlier version read it
 */
public record RingSeen(
    Instant at,
    Optional<Instant> opened,
    int members,
    int maxDevices,
    RingHealth health,
    RingGate gate,
    Optional<AntivirusCounts> antivirus) {
  static RingSeen of(RingReport ring, Instant at) {
    return new RingSeen(
        at,
        ring.opened(),
        ring.members(),
        ring.maxDevices(),
        ring.health(),
        ring.gate(),
        ring.antivirus().map(AntivirusCounts::brief));
  }
}
