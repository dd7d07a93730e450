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
 * Time and zone of a page, and the formats of times on it.
 *
 * @param zone of the manifest's jobs
 */
public record Moment(Instant now, ZoneId zone) {
  /**
   * Longest age of a check that counts as current; a job that runs every night may take a while.
   */
  private static final Duration FRESH = Duration.ofHours(26);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss zzz", Locale.ENGLISH);

  /** A time in the shortest form that is not ambiguous. */
  public String time(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
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
    return WHOLE.format(at.atZone(zone));
  }

  /** Whether a check at this time is too old to describe the current state. */
  public boolean isOld(Instant at) {
    return Duration.between(at, now).compareTo(FRESH) > 0;
  }

  /** Time that has passed since then, or is left until then. */
  public String distance(Instant at) {
    Duration apart = Duration.between(at, now);
    return apart.isNegative()
        ? "in " + DurationText.of(apart.negated())
        : DurationText.of(apart) + " ago";
  }
}
