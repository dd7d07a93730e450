package dev.garrison.ring;

import dev.garrison.manifest.value.RingGate;
import java.time.Instant;
import java.util.Optional;

/**
 * Status of one ring, for reports.
 *
 * @param reason why, as a clause
 * @param opened time at which its first deployment was made; empty before
 * @param members number of servers in the customer's collections for it
 * @param health of the servers that its deployments target
 * @param antivirus of its servers; empty while an active ring that keeps nobody out has not opened
 * @param deployed whether it has deployments, or had them when it was halted
 */
public record RingReport(
    String ring,
    RingState state,
    String reason,
    Optional<Instant> opened,
    int members,
    int maxDevices,
    RingHealth health,
    RingGate gate,
    Optional<RingAntivirus> antivirus,
    boolean deployed) {
  /** Creates a report on a ring that is deployed if it has opened. */
  public RingReport(
      String ring,
      RingState state,
      String reason,
      Optional<Instant> opened,
      int members,
      int maxDevices,
      RingHealth health,
      RingGate gate,
      Optional<RingAntivirus> antivirus) {
    this(
        ring,
        state,
        reason,
        opened,
        members,
        maxDevices,
        health,
        gate,
        antivirus,
        opened.isPresent());
  }
}
