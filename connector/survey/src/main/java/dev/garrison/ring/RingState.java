package dev.garrison.ring;

import dev.garrison.diagnostic.Worded;

/** State of a ring (F20, with one more for what needs a person). */
public enum RingState implements Worded {
  /** The ring has no deployments yet, and gets none now. */
  WAITING,
  /** The ring cannot go on until a person acts: waiting does not help. */
  BLOCKED,
  /** The ring has deployments, or gets them now; its gate is not met. */
  OPEN,
  /** The ring meets its gate, but not yet for its soak time. */
  SOAKING,
  /**
   * The ring has met its gate for its soak time, or the gate was skipped; the next ring may follow.
   */
  PASSED,
  /** The ring did not meet its gate in the time that it was given. It needs attention. */
  STALLED,
  /** The ring's deployments are disabled, by the operator or because too many servers failed. */
  HALTED;

  /** Whether the ring does not go on until a person acts. */
  public boolean needsSomebody() {
    return this == BLOCKED || this == STALLED || this == HALTED;
  }
}
