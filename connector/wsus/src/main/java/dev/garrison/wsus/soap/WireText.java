package dev.garrison.wsus.soap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;

/**
 * Parses GUIDs and times as ASP.NET writes them. A search answer has several of each in 25,000
 * rows, so the usual forms are parsed digit by digit, and others by the library.
 */
final class WireText {
  private static final int GUID_LENGTH = 36;
  private static final int GUID_HEXADECIMAL = 16;

  /** Length of {@code 2026-10-04T13:16:35}. */
  private static final int TIME_LENGTH = 19;

  private static final int MOST_FRACTION_DIGITS = 9;

  private WireText() {}

  /**
   * Parses a GUID, in upper or lower case.
   *
   * @throws NumberFormatException if it is none
   */
  static UUID id(String text) {
    if (text.length() != GUID_LENGTH) {
      throw new NumberFormatException(text);
    }
    for (int i = 0; i < GUID_LENGTH; i++) {
      char each = text.charAt(i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? each != '-' : !isHexadecimal(each)) {
        throw new NumberFormatException(text);
      }
    }
    return UUID.fromString(text);
  }

  private static boolean isHexadecimal(char each) {
    return each < 128 && Character.digit(each, GUID_HEXADECIMAL) >= 0;
  }

  /**
   * Parses a time; without a zone it is UTC.
   *
   * @throws DateTimeException if it is none
   */
  static Instant time(String text) {
    int end = text.endsWith("Z") ? text.length() - 1 : text.length();
    if (!isLaidOut(text)) {
      return any(text);
    }
    if (end == TIME_LENGTH) {
      return usual(text, 0);
    }
    return isFraction(text, end) ? usual(text, end - TIME_LENGTH - 1) : any(text);
  }

  private static boolean isFraction(String text, int end) {
    int digits = end - TIME_LENGTH - 1;
    return digits >= 1
        && digits <= MOST_FRACTION_DIGITS
        && text.charAt(TIME_LENGTH) == '.'
        && areDigits(text, TIME_LENGTH + 1, end);
  }

  private static boolean isLaidOut(String text) {
    return text.length() >= TIME_LENGTH
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && areDigits(text, 0, 4)
        && areDigits(text, 5, 7)
        && areDigits(text, 8, 10)
        && areDigits(text, 11, 13)
        && areDigits(text, 14, 16)
        && areDigits(text, 17, TIME_LENGTH);
  }

  private static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static Instant usual(String text, int fraction) {
    int nanoseconds = number(text, TIME_LENGTH + 1, TIME_LENGTH + 1 + fraction);
    for (int i = fraction; i < MOST_FRACTION_DIGITS; i++) {
      nanoseconds *= 10;
    }
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, TIME_LENGTH),
            nanoseconds)
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static Instant any(String text) {
    TemporalAccessor read =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return read instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : ((OffsetDateTime) read).toInstant();
  }
}
