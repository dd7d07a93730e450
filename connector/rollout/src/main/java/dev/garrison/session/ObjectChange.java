package dev.garrison.session;

import dev.garrison.state.JournalEntry.Seen;
import java.util.Optional;

/**
 * How a run found one object, and how it left it.
 *
 * @param ending whether the run saw its effect
 * @param after how the run left it, exactly when that was seen
 */
record ObjectChange(Seen before, Ending ending, Optional<Seen> after) {
  private static final String NOBODY = "nobody";

  /** How the write ended for the run. */
  enum Ending {
    /** What came of it was read. */
    SEEN,
    /** The site was still at work, so that what was read was not the end of it. */
    AT_WORK,
    /** The object could not be read any more. */
    UNREADABLE,
    /** The run was cut in the middle of the write. */
    CUT
  }

  ObjectChange {
    if (after.isPresent() != (ending == Ending.SEEN)) {
      throw new IllegalArgumentException(ending + " does not go with " + after);
    }
  }

  /** Whether the run adopted an object that was an administrator's. */
  boolean adopted() {
    return before.owner().equals(NOBODY);
  }

  /** What the object is taken to look like now: as the run left it, or, not knowing, as before. */
  Seen left() {
    return after.orElse(before);
  }
}
