package dev.garrison.ring;

import dev.garrison.diagnostic.Worded;

/** Where a ring stands (F20). */
public enum RingState implements Worded {
  /** It has no deployments yet, and gets none now. */
  WAITING,
  /** Its deployments are there, or are made now; its gate is closed. */
  OPEN,
  /** Its servers are as the gate demands, and have not been so for long enough. */
  SOAKING,
  /** Its gate is open: the next ring may follow. */
  PASSED,
  /** Its gate is closed after all the time that it was given. Somebody has to look. */
  STALLED,
  /** Its deployments are disabled, by somebody or because too many of its servers failed. */
  HALTED
}
