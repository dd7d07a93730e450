package dev.garrison.connection;

import java.time.Duration;
import java.time.Instant;

/**
 * What a server's clock and ours showed in one exchange. A server tells its time to the second, at
 * some moment between its being asked and the head of its answer being here; only what this cannot
 * explain is a difference of the clocks.
 *
 * @param theirs what the server told
 * @param asked by our clock, before the request was sent
 * @param heard by our clock, when the head of the answer was here
 */
public record ClockReading(Instant theirs, Instant asked, Instant heard) {
  /** Kerberos accepts no more by default, so a domain's clocks differ by less. */
  public static final Duration MOST = Duration.ofMinutes(5);

  private static final Duration EXACT_TO = Duration.ofSeconds(1);

  /** By how much the server's clock is certainly ahead of ours; negative when it is behind. */
  public Duration ahead() {
    if (theirs.isAfter(heard)) {
      return Duration.between(heard, theirs);
    }
    Instant latest = theirs.plus(EXACT_TO);
    return latest.isBefore(asked) ? Duration.between(asked, latest) : Duration.ZERO;
  }

  /** Whether the clocks are too far apart for anything to be written there. */
  public boolean isTooFar() {
    return ahead().abs().compareTo(MOST) > 0;
  }
}
