package dev.garrison.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that never goes back. If the clock behind it is corrected backwards, this one continues
 * from the last time that it showed. It is for spans of time only; its time may be ahead of the
 * other clock's.
 */
public final class SteadyClock implements InstantSource {
  private final InstantSource clock;
  private Duration ahead = Duration.ZERO;
  private Instant last = Instant.MIN;

  public SteadyClock(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Instant instant() {
    Instant now = clock.instant().plus(ahead);
    if (now.isBefore(last)) {
      ahead = ahead.plus(Duration.between(now, last));
      return last;
    }
    last = now;
    return now;
  }
}
