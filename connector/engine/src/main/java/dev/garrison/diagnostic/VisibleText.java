package dev.garrison.diagnostic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of others as a person may see it: in a terminal, a page, a report, a log, a message. What
 * shows nothing itself and changes how the rest is read is shown by its number, such as {@code
 * \u005cu202e}: control characters, which a terminal obeys (CWE-150); format characters, which turn
 * around or hide what is read (CVE-2021-42574); separators of lines and paragraphs; and halves of
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

  /** In one line; a tab is a blank. */
  public static String line(String text) {
    return escaped(IN_A_LINE, text.replace('\t', ' '));
  }

  /** Line ends and tabs stay. */
  public static String lines(String text) {
    return escaped(IN_LINES, text);
  }

  /** A JSON text that means the same: in it the numbers are JSON's own. */
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
