package dev.garrison.session;

import dev.garrison.state.JournalEntry.Seen;
import java.util.Optional;

/**
 * State of one object before and after the write of a run.
 *
 * @param ending whether the run saw its effect
 * @param after the state after the run, exactly when it was seen
 */
record ObjectChange(Seen before, Ending ending, Optional<Seen> after) {
  private static final String NOBODY = "nobody";

  /** End of the write, as far as the run saw it. */
  enum Ending {
    /** The result was read. */
    SEEN,
    /** The site was still working, so the state that was read was not final. */
    AT_WORK,
    /** The object could not be read any more. */
    UNREADABLE,
    /** The run was interrupted in the middle of the write. */
    CUT
  }

  ObjectChange {
    if (after.isPresent() != (ending == Ending.SEEN)) {
      throw new IllegalArgumentException(ending + " does not go with " + after);
    }
  }

  /** Whether the run adopted an object of an administrator. */
  boolean adopted() {
    return before.owner().equals(NOBODY);
  }

  /** Expected state of the object now: after the run, or before it if the result is unknown. */
  Seen left() {
    return after.orElse(before);
  }
}
