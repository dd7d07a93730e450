package dev.garrison.ring;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That somebody resumed a ring, and how many of its servers counted as failed then. They go on
 * counting so until they have been tried again, which clients do every seven days by default.
 *
 * @param at to the second
 */
public record Resumption(Instant at, int failed) {
  private static final Duration TRIED_AGAIN = Duration.ofDays(8);

  public Resumption {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Until when servers that failed before are not held against the ring. */
  public Instant until() {
    return at.plus(TRIED_AGAIN);
  }

  /** Whether so many failures are no more than there were, and there was no time to try again. */
  public boolean covers(int failures, Instant now) {
    return failures <= failed && now.isBefore(until());
  }
}
