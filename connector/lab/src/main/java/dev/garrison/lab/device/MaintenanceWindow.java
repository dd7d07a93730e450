package dev.garrison.lab.device;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * A nightly window in which a device may install.
 *
 * @param start the time of day it opens, UTC
 * @param length how long it stays open
 */
public record MaintenanceWindow(LocalTime start, Duration length) {
  public MaintenanceWindow {
    if (!length.isPositive() || length.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("a window lasts up to a day, not " + length);
    }
  }

  /** The first moment from {@code time} on at which so much time is left in a window. */
  public Instant next(Instant time, Duration needed) {
    Instant opens =
        time.atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .minusDays(1)
            .atTime(start)
            .toInstant(ZoneOffset.UTC);
    while (opens.plus(length).minus(needed).isBefore(time)) {
      opens = opens.plus(Duration.ofDays(1));
    }
    return opens.isBefore(time) ? time : opens;
  }

  /** Whether a run of this length fits at all. */
  public boolean fits(Duration needed) {
    return length.compareTo(needed) >= 0;
  }
}
