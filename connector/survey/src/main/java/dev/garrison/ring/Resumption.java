package dev.garrison.ring;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Resumption of a halted ring, and the number of servers that counted as failed then. They continue
 * to count as failed until they have been tried again, which clients do every seven days by
 * default.
 *
 * @param at to the second
 */
public record Resumption(Instant at, int failed) {
  private static final Duration TRIED_AGAIN = Duration.ofDays(8);

  public Resumption {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Time until which servers that failed before are not held against the ring. */
  public Instant until() {
    return at.plus(TRIED_AGAIN);
  }

  /** Checks whether failures are no more than before, and there was no time for a new attempt. */
  public boolean covers(int failures, Instant now) {
    return failures <= failed && now.isBefore(until());
  }
}
