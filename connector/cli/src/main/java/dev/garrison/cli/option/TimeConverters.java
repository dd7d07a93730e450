package dev.garrison.cli.option;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Times and durations in options. */
public final class TimeConverters {
  /** No plan or wait is longer; a year too many must not end in an overflow. */
  private static final Duration LONGEST = Duration.ofDays(3650);

  private static final Pattern SHORT = Pattern.compile("(\\d+)([smhd])");

  private TimeConverters() {}

  /** Reads a time with its offset from UTC. */
  public static OffsetDateTime time(String text) {
    try {
      return OffsetDateTime.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw because(
          "'%s' is not a time with its offset from UTC, such as 2026-11-28T22:00+01:00 or 2026-11-28T21:00Z."
              .formatted(text),
          e);
    }
  }

  /** Reads a day. */
  public static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw because("'%s' is not a day, such as 2026-11-28.".formatted(text), e);
    }
  }

  /**
   * Takes ISO 8601, such as {@code PT30M} and {@code P3D}, and {@code 30m}, {@code 2h} or {@code
   * 3d}.
   */
  public static Duration duration(String text) {
    Duration duration = parsed(text);
    if (duration.isNegative()) {
      throw new TypeConversionException("'%s' is negative.".formatted(text));
    }
    if (duration.compareTo(LONGEST) > 0) {
      throw new TypeConversionException("'%s' is longer than ten years.".formatted(text));
    }
    return duration;
  }

  private static Duration parsed(String text) {
    String given = text.strip().toLowerCase(Locale.ROOT);
    Matcher matcher = SHORT.matcher(given);
    String iso = given;
    if (matcher.matches()) {
      iso = (matcher.group(2).equals("d") ? "P" : "PT") + given;
    }
    try {
      return Duration.parse(iso);
    } catch (DateTimeParseException e) {
      throw because(
          "'%s' is not a duration, such as 30m, 2h, 3d, PT90M or P3D.".formatted(text), e);
    }
  }

  private static TypeConversionException because(String sentence, DateTimeParseException cause) {
    TypeConversionException failure = new TypeConversionException(sentence);
    failure.initCause(cause);
    return failure;
  }
}
