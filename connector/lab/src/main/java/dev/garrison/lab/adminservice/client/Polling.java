package dev.garrison.lab.adminservice.client;

import java.time.Duration;
import java.time.Instant;

/**
 * When clients talk to the site: policy every hour, hardware inventory every day, each device at a
 * minute of its own.
 *
 * @param origin when the site's time began
 */
public record Polling(Instant origin) {
  private static final Duration POLICY = Duration.ofHours(1);
  private static final Duration INVENTORY = Duration.ofDays(1);

  /** The first poll for policy after a time. */
  public Instant policy(int device, Instant after) {
    return next(Duration.ofMinutes(device * 7L % 60), POLICY, after);
  }

  /** The first hardware inventory after a time. */
  public Instant inventory(int device, Instant after) {
    return next(Duration.ofMinutes(device * 37L % 1440), INVENTORY, after);
  }

  private Instant next(Duration offset, Duration every, Instant after) {
    Instant first = origin.plus(offset);
    if (after.isBefore(first)) {
      return first;
    }
    long passed = Duration.between(first, after).dividedBy(every) + 1;
    return first.plus(every.multipliedBy(passed));
  }
}
