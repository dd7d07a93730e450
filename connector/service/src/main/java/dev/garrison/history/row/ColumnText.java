package dev.garrison.history.row;

import dev.garrison.digest.Sha256;
import java.util.Locale;

/** Texts that fit into columns with a limit, which a site's names may exceed. */
public final class ColumnText {
  /** Limit of the names of rings, servers, and systems. */
  public static final int NAME = 255;

  private static final int DIGITS = 16;

  /** Most capitals of one letter. */
  private static final int MOST_CAPITALS = 3;

  private ColumnText() {}

  /**
   * Shortens a text if it or its capitals exceed the limit. The beginning is followed by a part of
   * the digest, so that two texts never become one.
   */
  public static String fit(String text, int most) {
    if (text.length() <= most / MOST_CAPITALS || length(text) <= most) {
      return text;
    }
    String tail = "..." + Sha256.of(text).hex().substring(0, DIGITS);
    int room = most - tail.length();
    int end = Math.min(text.length(), room);
    while (length(text.substring(0, end)) > room
        || Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + tail;
  }

  /** Length of a text or of its capitals, which may be more: those of "ß" are "SS". */
  private static int length(String text) {
    return Math.max(text.length(), text.toUpperCase(Locale.ROOT).length());
  }
}
