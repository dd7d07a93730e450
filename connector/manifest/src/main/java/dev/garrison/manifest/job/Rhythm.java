package dev.garrison.manifest.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Schedule of a job: times of day, or an interval. */
public sealed interface Rhythm {
  /** Schedule at times of day. */
  record At(CronExpression cron) implements Rhythm {}

  /** Interval that is counted from the end of the last run. */
  record Every(Duration interval) implements Rhythm {}

  /**
   * Calculates the time of the next run.
   *
   * @param after the end of the last run
   * @param zone the time zone of times of day
   */
  default Instant next(Instant after, ZoneId zone) {
    return switch (this) {
      case At(CronExpression cron) ->
          cron.next(after.atZone(zone))
              .orElseThrow(() -> new IllegalStateException("'" + cron + "' means no time"))
              .toInstant();
      case Every(Duration interval) -> after.plus(interval);
    };
  }

  /** Schedule as text, as a list of jobs shows it. */
  default String words() {
    return switch (this) {
      case At(CronExpression cron) -> cron.toString();
      case Every(Duration interval) ->
          "every "
              + (interval.toHours() % 24 == 0 ? interval.toDays() + "d" : interval.toHours() + "h");
    };
  }
}
