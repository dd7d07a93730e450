package dev.garrison.rollout;

import dev.garrison.manifest.value.RingGate;
import java.time.Instant;
import java.util.Optional;

/**
 * All that a ring's decision depends on besides the rings before it and the clock.
 *
 * @param opened when the first of its deployments was made; empty while there is none
 */
public record RingSituation(
    String ring, RingGate gate, Optional<Instant> opened, RingHealth health, RingNote note) {}
