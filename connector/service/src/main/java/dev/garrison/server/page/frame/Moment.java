package dev.garrison.server.page.frame;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

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
  private static final Map<Language, Formats> FORMATS =
      Map.of(
          Language.ENGLISH,
          new Formats(
              "d MMM HH:mm", "d MMM uuuu", "d MMM uuuu", "d MMM", "d MMM uuuu HH:mm:ss zzz"),
          Language.JAPANESE,
          new Formats(
              "uuuu-MM-dd HH:mm",
              "uuuu-MM-dd HH:mm",
              "uuuu-MM-dd",
              "MM-dd",
              "uuuu-MM-dd HH:mm:ss zzz"));

  /**
   * Formats of one language.
   *
   * @param near a time of this year
   * @param far a time of another year
   * @param day a day
   * @param brief a day without its year
   * @param whole a time with seconds and zone
   */
  private record Formats(String near, String far, String day, String brief, String whole) {
    private static Formats inUse() {
      return Objects.requireNonNull(FORMATS.get(Language.inUse()));
    }
  }

  /** A time in the shortest form that is not ambiguous. */
  public String time(Instant at) {
    ZonedDateTime local = at.atZone(UTC);
    LocalDate today = LocalDate.ofInstant(now, UTC);
    if (local.toLocalDate().equals(today)) {
      return TIME.format(local);
    }
    Formats formats = Formats.inUse();
    return format(local.getYear() == today.getYear() ? formats.near() : formats.far(), local);
  }

  /** A day. */
  public static String day(LocalDate day) {
    return format(Formats.inUse().day(), day);
  }

  /** A day of a chart, without its year. */
  public static String brief(LocalDate day) {
    return format(Formats.inUse().brief(), day);
  }

  private static String format(String pattern, TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
  }

  /** A time with date, seconds, and zone. */
  public String whole(Instant at) {
    return format(Formats.inUse().whole(), at.atZone(UTC));
  }

  /** Whether a check at this time is too old to describe the current state. */
  public boolean isOld(Instant at) {
    return Duration.between(at, now).compareTo(FRESH) > 0;
  }

  /** Time that has passed since then; a time that is not past by this clock is "just now". */
  public String age(Instant at) {
    return at.isAfter(now) ? t("page.time.now") : distance(at);
  }

  /** Time that has passed since then, or is left until then. */
  public String distance(Instant at) {
    Duration apart = Duration.between(at, now);
    return apart.isNegative()
        ? t("page.time.ahead", "duration", apart.negated())
        : t("page.time.ago", "duration", apart);
  }
}
