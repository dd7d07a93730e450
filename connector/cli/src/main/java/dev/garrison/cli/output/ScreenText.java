package dev.garrison.cli.output;

import dev.garrison.diagnostic.VisibleText;

/**
 * Text of others as a screen may show it. Names and values come from the site, from files and from
 * servers' messages.
 */
public final class ScreenText {
  private ScreenText() {}

  /** The text with the number of each character that is not to be seen; line ends and tabs stay. */
  public static String text(String text) {
    return VisibleText.lines(text);
  }
}
