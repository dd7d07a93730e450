package dev.garrison.cli.view;

import java.util.regex.Pattern;

/**
 * Text of others as a screen may show it. Names and values come from the site, from files and from
 * servers' messages, and a terminal obeys control characters (CWE-150); format characters hide or
 * turn around what is read.
 */
public final class Printable {
  private static final Pattern OBEYED = Pattern.compile("\\r(?!\\n)|[\\p{Cc}\\p{Cf}&&[^\n\r\t]]");

  private Printable() {}

  /** The text with a question mark for each such character; line ends and tabs stay. */
  public static String text(String text) {
    return OBEYED.matcher(text).replaceAll("?");
  }
}
