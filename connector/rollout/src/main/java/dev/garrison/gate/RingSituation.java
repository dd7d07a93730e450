package dev.garrison.gate;

import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingNote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All input of a ring's decision except the rings before it and the clock.
 *
 * @param opened when the first of its deployments was created; empty while there is none
 * @param undeployed names of its collections that contain servers and have no deployment
 * @param unready reason why it may not open though its turn has come; it counts only until the ring
 *     is open
 * @param antivirus antivirus of its servers
 * @param passive whether Microsoft Defender Antivirus is to be passive on them
 */
public record RingSituation(
    String ring,
    RingGate gate,
    Optional<Instant> opened,
    RingHealth health,
    RingNote note,
    List<String> undeployed,
    Optional<String> unready,
    RingAntivirus antivirus,
    boolean passive) {
  private static final int WHOLE = 100;

  public RingSituation {
    undeployed = List.copyOf(undeployed);
  }

  /** Ring without collections that lack a deployment, and without a reason not to open. */
  public RingSituation(
      String ring, RingGate gate, Optional<Instant> opened, RingHealth health, RingNote note) {
    this(ring, gate, opened, health, note, List.of(), Optional.empty());
  }

  /** Ring whose goal does not depend on antivirus. */
  public RingSituation(
      String ring,
      RingGate gate,
      Optional<Instant> opened,
      RingHealth health,
      RingNote note,
      List<String> undeployed,
      Optional<String> unready) {
    this(ring, gate, opened, health, note, undeployed, unready, RingAntivirus.NONE, false);
  }

  /** Onboarded servers that are not known to be unhealthy. */
  int onboarded() {
    return Math.max(0, health.onboarded() - antivirus.unhealthy().servers());
  }

  /** Whether the gate stays closed, because modes are unknown and no sample speaks for them. */
  boolean modesUnknown() {
    return passive && antivirus.unknown().isAny() && !sampleSpeaks();
  }

  /** Enough servers answered, and of those that did, as many are passive as the gate demands. */
  private boolean sampleSpeaks() {
    int answered = antivirus.asked() + antivirus.askedUnhealthy();
    return gate.modeSample() > 0
        && antivirus.asked() >= gate.modeSample()
        && (long) antivirus.asked() * WHOLE >= (long) answered * gate.onboarded();
  }
}
