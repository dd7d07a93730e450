package dev.garrison.mecm.odata;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Quotes and encodes text for OData. */
final class ODataText {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
  private static final String UNRESERVED = "-._~";
  private static final String PLAIN_IN_QUERY = UNRESERVED + "'(),/:";
  private static final String PLAIN_IN_PATH = UNRESERVED + "'(),=";

  private ODataText() {}

  /** A class, property or method name; fails for a name that would need quoting. */
  static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a class, property or method name: " + name);
    }
    return name;
  }

  /** A text literal: in single quotes, with single quotes inside doubled. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Encodes text for the part after the question mark. A blank becomes %20 and a plus %2B. */
  static String encodeQuery(String text) {
    return encode(text, PLAIN_IN_QUERY);
  }

  /** Encodes text for one segment of the path. A slash becomes %2F. */
  static String encodePath(String text) {
    return encode(text, PLAIN_IN_PATH);
  }

  private static String encode(String text, String plain) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xFF);
      if (isAlphanumeric(character) || plain.indexOf(character) >= 0) {
        result.append(character);
      } else {
        result.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
      }
    }
    return result.toString();
  }

  private static boolean isAlphanumeric(char character) {
    return (character >= 'A' && character <= 'Z')
        || (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9');
  }
}
