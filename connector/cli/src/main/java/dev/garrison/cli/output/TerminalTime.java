package dev.garrison.cli.output;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as a terminal shows them: in the machine's zone, which is named. JSON and CSV have them in
 * UTC instead.
 *
 * @param zone the machine's, or that of the schedule where times are those of jobs
 */
public record TerminalTime(ZoneId zone) {
  private static final DateTimeFormatter MINUTE = pattern("uuuu-MM-dd HH:mm z");
  private static final DateTimeFormatter SECOND = pattern("uuuu-MM-dd HH:mm:ss z");
  private static final DateTimeFormatter PLAIN = pattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter DAY = pattern("uuuu-MM-dd");
  private static final DateTimeFormatter TICK = pattern("HH:mm:ss");

  /** Names the zone without an offset as others are named. */
  public TerminalTime {
    zone = zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
  }

  /** Abbreviations of zones are those of English, in every language. */
  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }

  /** A time to the minute, such as {@code 2026-11-28 22:00 JST}. */
  public String minute(Instant time) {
    return MINUTE.format(time.atZone(zone));
  }

  /** A time to the second, where seconds tell times apart. */
  public String second(Instant time) {
    return SECOND.format(time.atZone(zone));
  }

  /** A time to the minute without its zone, below or above which the zone is named. */
  public String plain(Instant time) {
    return PLAIN.format(time.atZone(zone));
  }

  /** The day of a time. */
  public String day(Instant time) {
    return DAY.format(time.atZone(zone));
  }

  /** The time of day to the second, at the beginning of a line of progress. */
  public String tick(Instant time) {
    return TICK.format(time.atZone(zone));
  }
}
