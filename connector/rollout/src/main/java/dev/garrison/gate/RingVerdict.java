package dev.garrison.gate;

import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingState;

/**
 * What was decided for a ring.
 *
 * @param reason a clause that follows "because", for people
 * @param note what has to be remembered from now on
 * @param opens whether its first deployments are made now
 */
public record RingVerdict(
    String ring, RingState state, String reason, RingNote note, boolean opens) {
  /** The same with something else to remember. */
  public RingVerdict noting(RingNote other) {
    return new RingVerdict(ring, state, reason, other, opens);
  }

  /** Whether its servers are told to install. */
  public boolean deploys() {
    return switch (state) {
      case OPEN, SOAKING, PASSED, STALLED -> true;
      case WAITING, HALTED -> false;
    };
  }
}
