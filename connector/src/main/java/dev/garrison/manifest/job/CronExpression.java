package dev.garrison.manifest.job;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Minute, hour, day of month, month and day of week, as crontab knows them.
 *
 * <p>Where clocks are set forward, a time that does not exist is run an hour later; where they are
 * set back, a time that comes twice is run once.
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

  /** The expression, or nothing when it is none or means no time that ever comes. */
  public static Optional<CronExpression> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    try {
      CronExpression expression = new CronExpression(text, parser.parse(text).validate());
      return expression.next(ZonedDateTime.parse("2026-01-01T00:00:00Z")).map(_ -> expression);
    } catch (IllegalArgumentException notCron) {
      return Optional.empty(); // what is expected is told by whoever asked
    }
  }

  /** The first time after the given one, in its zone. */
  public Optional<ZonedDateTime> next(ZonedDateTime after) {
    // As if the day had no summer time: what the library makes of a time that is left out is to
    // leave the run out too.
    ZonedDateTime local = after.withZoneSameLocal(ZoneOffset.UTC);
    while (true) {
      Optional<ZonedDateTime> next = times.nextExecution(local);
      Optional<ZonedDateTime> there =
          next.map(time -> time.toLocalDateTime().atZone(after.getZone()));
      if (there.isEmpty() || there.get().isAfter(after)) {
        return there;
      }
      local = next.get();
    }
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
