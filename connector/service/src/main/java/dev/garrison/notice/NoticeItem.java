package dev.garrison.notice;

import dev.garrison.diagnostic.Worded;
import java.time.Instant;

/**
 * A problem as a message reports it.
 *
 * @param since when it was first found
 */
public record NoticeItem(State state, FoundProblem fact, Instant since) {
  /** State of a problem in a message. */
  public enum State implements Worded {
    NEW,
    /** Reported before, and not solved. */
    STILL,
    OVER
  }
}
