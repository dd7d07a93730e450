package dev.garrison.diagnostic;

import java.time.Duration;

/** Durations as screens, pages and diagnostics print them. */
public final class DurationText {
  private DurationText() {}

  /**
   * A duration in one unit, rounded down.
   *
   * <p>The unit is the largest of which there are at least two: 119 seconds, 2 minutes, 47 hours, 2
   * days.
   */
  public static String of(Duration duration) {
    if (duration.toMinutes() < 2) {
      return counted(duration.toSeconds(), "second");
    }
    if (duration.toHours() < 2) {
      return counted(duration.toMinutes(), "minute");
    }
    return duration.toDays() < 2
        ? counted(duration.toHours(), "hour")
        : counted(duration.toDays(), "day");
  }

  private static String counted(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
