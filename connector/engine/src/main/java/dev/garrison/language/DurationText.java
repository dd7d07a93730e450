package dev.garrison.language;

import java.time.Duration;

/**
 * Durations as screens, pages and diagnostics print them.
 *
 * <p>They are rounded where they were measured, exact where they were set, and a counter in a line
 * that is rewritten in place.
 */
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

  /**
   * A duration in one unit that leaves no rest.
   *
   * <p>The unit is the largest one; less than two hours are minutes, less than two days are hours:
   * 90 minutes, 4 hours, 2 days.
   */
  public static Text exact(Duration duration) {
    if (duration.toSecondsPart() != 0) {
      return Text.of("duration.seconds", "count", duration.toSeconds());
    }
    if (duration.toMinutesPart() != 0) {
      return Text.of("duration.minutes", "count", duration.toMinutes());
    }
    return duration.toHoursPart() != 0 && duration.toHours() > 1
        ? Text.of("duration.hours", "count", duration.toHours())
        : text(duration);
  }

  /** Time that passes or is left, in two units; the same in all languages. */
  public static String counter(Duration time) {
    return time.toHours() > 0
        ? "%dh %02dm".formatted(time.toHours(), time.toMinutesPart())
        : "%dm %02ds".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
