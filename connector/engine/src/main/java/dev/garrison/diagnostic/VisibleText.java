package dev.garrison.diagnostic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text of others safe to show in a terminal, a page, a report, a log or a message. Characters
 * that are invisible and change how the rest is read are replaced by their number, such as {@code
 * \u005cu202e}: control characters, which a terminal obeys (CWE-150); format characters, which
 * reverse or hide text (CVE-2021-42574); separators of lines and paragraphs; and halves of
 * characters.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/">Unicode Bidirectional Algorithm</a>
 */
public final class VisibleText {
  private static final String HIDDEN = "\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}";
  private static final Pattern IN_A_LINE = Pattern.compile("[" + HIDDEN + "]");
  private static final Pattern IN_LINES =
      Pattern.compile("\\r(?!\\n)|[" + HIDDEN + "&&[^\\n\\r\\t]]");
  private static final Pattern IN_JSON = Pattern.compile("[" + HIDDEN + "&&[^\\n]]");

  private VisibleText() {}

  /** The text on one line, with a blank for each tab. */
  public static String line(String text) {
    return escaped(IN_A_LINE, text.replace('\t', ' '));
  }

  /** The text with its line ends and tabs. */
  public static String lines(String text) {
    return escaped(IN_LINES, text);
  }

  /** JSON text with the same meaning, in which hidden characters are written as JSON escapes. */
  public static String json(String json) {
    return escaped(IN_JSON, json);
  }

  private static String escaped(Pattern hidden, String text) {
    return hidden
        .matcher(text)
        .replaceAll(found -> {
          StringBuilder units = new StringBuilder();
          found.group().chars().forEach(unit -> units.append("\\u%04x".formatted(unit)));
          return Matcher.quoteReplacement(units.toString());
        });
  }
}
