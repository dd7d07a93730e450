package dev.garrison.gate;

import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingState;

/**
 * Decision for one ring.
 *
 * @param reason a clause that follows "because", for people
 * @param note the facts to remember from now on
 * @param opens whether its first deployments are created now
 */
public record RingVerdict(
    String ring, RingState state, String reason, RingNote note, boolean opens) {
  /** The same verdict with another note. */
  public RingVerdict noting(RingNote other) {
    return new RingVerdict(ring, state, reason, other, opens);
  }

  /** Whether the ring's servers are instructed to install. */
  public boolean deploys() {
    return switch (state) {
      case OPEN, SOAKING, PASSED, STALLED -> true;
      case WAITING, BLOCKED, HALTED -> false;
    };
  }
}
