package dev.garrison.cli.output;

import dev.garrison.diagnostic.VisibleText;

/**
 * Text of others within a page: names and values come from the site and from files (CWE-79). What
 * would not be seen is shown by its number.
 */
public final class Html {
  private Html() {}

  /** The text, with everything escaped that could be markup. */
  public static String text(String value) {
    return VisibleText.lines(value)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
