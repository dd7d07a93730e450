package dev.garrison.language;

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
  public static Text text(Duration duration) {
    if (duration.toMinutes() < 2) {
      return Text.of("duration.seconds", "count", duration.toSeconds());
    }
    if (duration.toHours() < 2) {
      return Text.of("duration.minutes", "count", duration.toMinutes());
    }
    return duration.toDays() < 2
        ? Text.of("duration.hours", "count", duration.toHours())
        : Text.of("duration.days", "count", duration.toDays());
  }

  /** The same in English. */
  public static String of(Duration duration) {
    return text(duration).in(Language.ENGLISH);
  }
}
