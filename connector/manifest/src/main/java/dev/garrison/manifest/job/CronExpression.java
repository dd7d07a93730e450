package dev.garrison.manifest.job;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;
import java.util.Optional;

/**
 * Schedule in the format of crontab: minute, hour, day of month, month and day of week.
 *
 * <p>If clocks are set forward, a time that does not exist runs later by the same amount; if they
 * are set back, a time that occurs twice runs once.
 *
 * @see <a
 *     href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/crontab.html">crontab</a>
 */
public final class CronExpression {
  private static final int LONGEST = 100;

  private final String text;
  private final ExecutionTime times;

  private CronExpression(String text, Cron cron) {
    this.text = text;
    this.times = ExecutionTime.forCron(cron);
  }

  /** Parses an expression; empty if the text is none or means no time that ever occurs. */
  public static Optional<CronExpression> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    try {
      CronExpression expression = new CronExpression(text, parser.parse(text).validate());
      return expression.next(ZonedDateTime.parse("2026-01-01T00:00:00Z")).map(_ -> expression);
    } catch (IllegalArgumentException notCron) {
      return Optional.empty(); // the caller reports what is expected
    }
  }

  /** First time after the given one, in its zone. */
  public Optional<ZonedDateTime> next(ZonedDateTime after) {
    // As if the day had no summer time: what the library makes of a time that is left out is to
    // leave the run out too.
    ZonedDateTime local = localStart(after).atZone(ZoneOffset.UTC);
    Optional<ZonedDateTime> first = Optional.empty();
    while (true) {
      Optional<ZonedDateTime> next = times.nextExecution(local);
      if (next.isEmpty()) {
        return first;
      }
      local = next.get();
      ZonedDateTime there = local.toLocalDateTime().atZone(after.getZone());
      if (!there.isAfter(after)) {
        continue;
      }
      if (first.isEmpty() || there.isBefore(first.get())) {
        first = Optional.of(there);
      }
      // A time that is left out comes later than some that the clock shows behind the gap.
      if (there.toLocalDateTime().equals(local.toLocalDateTime())) {
        return first;
      }
    }
  }

  /** Start of the search: a skipped time runs up to the length of the gap after the gap. */
  private static LocalDateTime localStart(ZonedDateTime after) {
    LocalDateTime local = after.toLocalDateTime();
    Instant instant = after.toInstant();
    return Optional.ofNullable(after.getZone().getRules().previousTransition(instant.plusNanos(1)))
        .filter(ZoneOffsetTransition::isGap)
        .filter(gap -> instant.isBefore(gap.getInstant().plus(gap.getDuration())))
        .map(gap -> local.minus(gap.getDuration()))
        .orElse(local);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronExpression expression && expression.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
