package dev.garrison.manifest.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When a job runs. */
public sealed interface Rhythm {
  /** At times of day. */
  record At(CronExpression cron) implements Rhythm {}

  /** So long after its last run ended. */
  record Every(Duration interval) implements Rhythm {}

  /**
   * The next time.
   *
   * @param after the end of the last run
   * @param zone in which times of day are meant
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

  /** In words, as a list of jobs shows it. */
  default String words() {
    return switch (this) {
      case At(CronExpression cron) -> cron.toString();
      case Every(Duration interval) ->
          "every "
              + (interval.toHours() % 24 == 0 ? interval.toDays() + "d" : interval.toHours() + "h");
    };
  }
}
