package dev.garrison.cli.output;

import com.ibm.icu.text.BreakIterator;
import dev.garrison.language.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text broken into lines, where the language of whoever reads allows it. */
public final class Wrapped {
  /** The width of every screen, in cells. */
  public static final int WIDTH = 120;

  /** Japanese is broken between phrases, and never before a closing mark or a small kana. */
  private static final Locale PHRASES = Locale.forLanguageTag("ja-u-lw-phrase");

  /** A number stays with its counter, and the parts of a time together. */
  private static final Pattern NUMBER = Pattern.compile("[0-9] $");

  private static final char FIRST_NOT_ASCII = 0x80;

  private Wrapped() {}

  /** The lines; a piece that is wider than the width stays whole. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String piece : pieces(paragraph)) {
        if (line.length() > 0 && Cells.of(line + piece.stripTrailing()) > width) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
        }
        line.append(piece);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** The text with each line indented, the first one behind {@code head} of the same width. */
  public static String hanging(String head, String text) {
    int width = Cells.of(head);
    String indent = " ".repeat(width);
    return head + String.join(System.lineSeparator() + indent, lines(text, WIDTH - width));
  }

  /** The parts between which a line may end, each with the spaces after it. */
  private static List<String> pieces(String paragraph) {
    return switch (Language.inUse()) {
      case ENGLISH -> Arrays.asList(paragraph.split("(?<= )(?! )", -1));
      case JAPANESE -> phrases(paragraph);
    };
  }

  /** Whether a place is inside an option, a path, or another word in Latin letters. */
  private static boolean isInsideWord(String paragraph, int place) {
    char before = paragraph.charAt(place - 1);
    return before < FIRST_NOT_ASCII
        && !Character.isWhitespace(before)
        && paragraph.charAt(place) < FIRST_NOT_ASCII;
  }

  private static List<String> phrases(String paragraph) {
    BreakIterator breaks = BreakIterator.getLineInstance(PHRASES);
    breaks.setText(paragraph);
    List<String> phrases = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String phrase = paragraph.substring(start, end);
      if (end == paragraph.length()
          || !(NUMBER.matcher(phrase).find() || isInsideWord(paragraph, end))) {
        phrases.add(phrase);
        start = end;
      }
    }
    return phrases;
  }
}
