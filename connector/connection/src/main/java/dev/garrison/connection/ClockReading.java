package dev.garrison.connection;

import java.time.Duration;
import java.time.Instant;

/**
 * Times of the server's clock and this computer's clock in one exchange. A server gives its time to
 * the second, at some moment between the request and the arrival of the answer's header. Only a
 * difference that this cannot explain is a difference of the clocks.
 *
 * @param theirs the time that the server sent
 * @param asked this computer's time before the request was sent
 * @param heard this computer's time when the header of the answer had arrived
 */
public record ClockReading(Instant theirs, Instant asked, Instant heard) {
  /**
   * Largest difference. Kerberos accepts no more by default, so the clocks of a domain differ by
   * less.
   */
  public static final Duration MOST = Duration.ofMinutes(5);

  private static final Duration EXACT_TO = Duration.ofSeconds(1);

  /** Certain lead of the server's clock over this computer's clock; negative when it is behind. */
  public Duration ahead() {
    if (theirs.isAfter(heard)) {
      return Duration.between(heard, theirs);
    }
    Instant latest = theirs.plus(EXACT_TO);
    return latest.isBefore(asked) ? Duration.between(asked, latest) : Duration.ZERO;
  }

  /** Whether the clocks differ too much to write to the server. */
  public boolean isTooFar() {
    return ahead().abs().compareTo(MOST) > 0;
  }
}
