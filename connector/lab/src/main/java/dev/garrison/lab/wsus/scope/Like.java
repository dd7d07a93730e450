package dev.garrison.lab.wsus.scope;

import java.util.regex.Pattern;

/** Patterns of SQL's LIKE, in which brackets, percent, and underscore have a meaning. */
final class Like {
  private Like() {}

  /**
   * Pattern for texts that contain a text, without regard to case. Each part between percents is
   * matched at its first position and not searched again: no other position would be better, and
   * the steps stay below the product of both lengths.
   */
  static Pattern containing(String text) {
    StringBuilder regex = new StringBuilder("(?s)(?>.*?");
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int shut = c == '[' ? text.indexOf(']', at) : -1;
      if (c == '%') {
        regex.append(")(?>.*?");
      } else if (c == '_') {
        regex.append('.');
      } else if (shut > at + 1) {
        regex.append('[');
        text.substring(at + 1, shut).chars().forEach(each -> regex.append(escaped(each)));
        regex.append(']');
        at = shut;
      } else {
        regex.append(escaped(c));
      }
      at++;
    }
    return Pattern.compile(
        regex.append(").*").toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String escaped(int c) {
    return Character.isLetterOrDigit(c)
        ? Character.toString(c)
        : "\\x{" + Integer.toHexString(c) + "}";
  }
}
