package dev.garrison.server.page.frame;

import dev.garrison.language.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Time of a page, and the formats of times on it. Times are in UTC; the script of the pages shows
 * them in the zone of the browser.
 *
 * @param zone of the manifest's jobs, in which the days of charts begin
 */
public record Moment(Instant now, ZoneId zone) {
  /**
   * Longest age of a check that counts as current; a job that runs every night may take a while.
   */
  private static final Duration FRESH = Duration.ofHours(26);

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss zzz", Locale.ENGLISH);

  /** A time in the shortest form that is not ambiguous. */
  public String time(Instant at) {
    ZonedDateTime local = at.atZone(UTC);
    LocalDate today = LocalDate.ofInstant(now, UTC);
    if (local.toLocalDate().equals(today)) {
      return TIME.format(local);
    }
    return local.getYear() == today.getYear() ? DAY.format(local) : YEAR.format(local);
  }

  /** A day. */
  public static String day(LocalDate day) {
    return YEAR.format(day);
  }

  /** A time with date, seconds, and zone. */
  public String whole(Instant at) {
    return WHOLE.format(at.atZone(UTC));
  }

  /** Whether a check at this time is too old to describe the current state. */
  public boolean isOld(Instant at) {
    return Duration.between(at, now).compareTo(FRESH) > 0;
  }

  /** Time that has passed since then; a time that is not past by this clock is "just now". */
  public String age(Instant at) {
    return at.isAfter(now) ? "just now" : distance(at);
  }

  /** Time that has passed since then, or is left until then. */
  public String distance(Instant at) {
    Duration apart = Duration.between(at, now);
    return apart.isNegative()
        ? "in " + DurationText.of(apart.negated())
        : DurationText.of(apart) + " ago";
  }
}
