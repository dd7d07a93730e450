package dev.garrison.cli.option;

import dev.garrison.language.Text;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
      throw because(Text.of("value.time", "value", text), e);
    }
  }

  /** Reads a day. */
  public static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw because(Text.of("value.day", "value", text), e);
    }
  }

  /**
   * Takes ISO 8601, such as {@code PT30M} and {@code P3D}, and {@code 30m}, {@code 2h} or {@code
   * 3d}.
   */
  public static Duration duration(String text) {
    Duration duration = parsed(text);
    if (duration.isNegative()) {
      throw new ValueRefusal(Text.of("value.duration-negative", "value", text));
    }
    if (duration.compareTo(LONGEST) > 0) {
      throw new ValueRefusal(Text.of("value.duration-long", "value", text));
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
      throw because(Text.of("value.duration", "value", text), e);
    }
  }

  private static ValueRefusal because(Text reason, DateTimeParseException cause) {
    ValueRefusal failure = new ValueRefusal(reason);
    failure.initCause(cause);
    return failure;
  }
}
