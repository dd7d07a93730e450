package dev.garrison.language;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Time zone of whoever reads, for times in sentences.
 *
 * <p>Sentences are recorded with times in UTC, as ISO 8601 writes them. On a screen they have the
 * form of all its times.
 */
public final class ReaderZone {
  private static final ScopedValue<ZoneId> IN_USE = ScopedValue.newInstance();

  /** A time that is not the value of an option, which people copy. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<!--[a-z-]{1,20}[ =])\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z");

  /** Abbreviations of zones are those of English, in every language. */
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.US);

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.US);

  private ReaderZone() {}

  /** The zone of whoever reads what this thread prints: UTC unless it was bound. */
  public static ZoneId inUse() {
    return IN_USE.orElse(ZoneOffset.UTC);
  }

  /** Runs work whose output has times in this zone. */
  public static <T, X extends Throwable> T during(ZoneId zone, ScopedValue.CallableOp<T, X> work)
      throws X {
    return ScopedValue.where(IN_USE, zone).call(work);
  }

  /**
   * The sentence with its times in the zone, such as {@code 2026-11-28 22:00 JST}. Times that are
   * not of a whole minute have their seconds.
   */
  public static String shown(String sentence) {
    if (sentence.indexOf('Z') < 0) {
      return sentence;
    }
    ZoneId zone = inUse().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : inUse();
    return TIME.matcher(sentence).replaceAll(time -> inZone(time.group(), zone));
  }

  private static String inZone(String time, ZoneId zone) {
    try {
      OffsetDateTime at = OffsetDateTime.parse(time);
      return (at.getSecond() == 0 ? MINUTE : SECOND).format(at.atZoneSameInstant(zone));
    } catch (DateTimeParseException _) {
      return time;
    }
  }
}
