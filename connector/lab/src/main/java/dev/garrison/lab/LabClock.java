package dev.garrison.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Clock of the simulated site. It moves only when it is advanced, so that tests and the demo never
 * sleep.
 */
public final class LabClock extends Clock {
  private final AtomicReference<Instant> now;

  /** Creates a clock that starts at {@code start}. */
  public LabClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /** Moves time forward and returns the new time. */
  public Instant advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + by);
    }
    return now.updateAndGet(instant -> instant.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    if (!zone.equals(ZoneOffset.UTC)) {
      throw new IllegalArgumentException("the lab's time is UTC, not " + zone);
    }
    return this;
  }
}
