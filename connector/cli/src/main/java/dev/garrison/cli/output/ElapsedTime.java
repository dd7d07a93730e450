package dev.garrison.cli.output;

import java.time.Duration;

/** Time that has passed, or is left, as a line shows it that is rewritten in place. */
public final class ElapsedTime {
  private ElapsedTime() {}

  /** Minutes and seconds, or hours and minutes; the same in all languages. */
  public static String of(Duration time) {
    return time.toHours() > 0
        ? "%dh %02dm".formatted(time.toHours(), time.toMinutesPart())
        : "%dm %02ds".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
