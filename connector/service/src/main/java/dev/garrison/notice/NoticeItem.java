package dev.garrison.notice;

import dev.garrison.diagnostic.Worded;
import java.time.Instant;

/**
 * A fact as a message tells it.
 *
 * @param since when it was first seen
 */
public record NoticeItem(State state, FoundProblem fact, Instant since) {
  /** What there is to tell of it. */
  public enum State implements Worded {
    NEW,
    /** Told before, and still so. */
    STILL,
    OVER
  }
}
