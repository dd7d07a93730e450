package dev.garrison.cli.output;

import dev.garrison.diagnostic.VisibleText;
import dev.garrison.language.Language;
import dev.garrison.language.Text;
import java.util.List;
import java.util.stream.Collectors;

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

  /** Pads a text with spaces at its right, to a width in cells. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - Cells.of(text)));
  }

  /** Aligns a text at the right of a width in cells. */
  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - Cells.of(text))) + text;
  }

  /**
   * Whole sentences in a row, with a space between them where the language of the reader has one.
   */
  public static String sentences(List<Text> sentences) {
    return sentences.stream()
        .map(Text::shown)
        .collect(Collectors.joining(Language.inUse() == Language.ENGLISH ? " " : ""));
  }
}
