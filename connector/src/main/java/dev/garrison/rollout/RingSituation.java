package dev.garrison.rollout;

import dev.garrison.manifest.value.RingGate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a ring's decision depends on besides the rings before it and the clock.
 *
 * @param opened when the first of its deployments was made; empty while there is none
 * @param undeployed names of its collections that hold servers and have no deployment
 */
public record RingSituation(
    String ring,
    RingGate gate,
    Optional<Instant> opened,
    RingHealth health,
    RingNote note,
    List<String> undeployed) {
  public RingSituation {
    undeployed = List.copyOf(undeployed);
  }

  /** A ring all of whose servers are deployed to, once it is open. */
  public RingSituation(
      String ring, RingGate gate, Optional<Instant> opened, RingHealth health, RingNote note) {
    this(ring, gate, opened, health, note, List.of());
  }
}
