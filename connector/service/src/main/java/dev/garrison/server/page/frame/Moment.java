package dev.garrison.server.page.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When a page is shown, and where: times are told as people there read them.
 *
 * @param zone of the manifest's jobs
 */
public record Moment(Instant now, ZoneId zone) {
  /** Jobs that look every night may take a while. */
  private static final Duration FRESH = Duration.ofHours(26);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss zzz", Locale.ENGLISH);

  /** As short as it can be without being mistaken. */
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

  /** With everything. */
  public String whole(Instant at) {
    return WHOLE.format(at.atZone(zone));
  }

  /** Whether a look of that time says little of now. */
  public boolean isOld(Instant at) {
    return Duration.between(at, now).compareTo(FRESH) > 0;
  }

  /** How long ago, or in how long. */
  public String distance(Instant at) {
    Duration apart = Duration.between(at, now);
    return apart.isNegative() ? "in " + length(apart.negated()) : length(apart) + " ago";
  }

  /** A length of time in its largest unit. */
  public static String length(Duration length) {
    if (length.toMinutes() < 1) {
      return length.toSeconds() + " s";
    }
    if (length.toHours() < 1) {
      return length.toMinutes() + " min";
    }
    return length.toDays() < 2 ? length.toHours() + " h" : length.toDays() + " days";
  }
}
