package dev.garrison.gate;

import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingNote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a ring's decision depends on besides the rings before it and the clock.
 *
 * @param opened when the first of its deployments was made; empty while there is none
 * @param undeployed names of its collections that hold servers and have no deployment
 * @param unready why it may not open though its turn has come; it counts only until it is open
 */
public record RingSituation(
    String ring,
    RingGate gate,
    Optional<Instant> opened,
    RingHealth health,
    RingNote note,
    List<String> undeployed,
    Optional<String> unready) {
  public RingSituation {
    undeployed = List.copyOf(undeployed);
  }

  /** A ring all of whose servers are deployed to, once it is open, and whom nothing holds back. */
  public RingSituation(
      String ring, RingGate gate, Optional<Instant> opened, RingHealth health, RingNote note) {
    this(ring, gate, opened, health, note, List.of(), Optional.empty());
  }
}
