package dev.garrison.payload.onboarding.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits a command into words at spaces, but not between quotation marks. */
final class Words {
  private static final Set<String> COMPARISONS =
      Set.of("==", "equ", "neq", "lss", "leq", "gtr", "geq");

  private Words() {}

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = end(text, at);
      if (end > at) {
        words.add(text.substring(at, end));
      }
      at = end + 1;
    }
    return words;
  }

  static String first(String text) {
    return text.substring(0, end(text, 0));
  }

  /** The text with one space for each run of spaces and tabs. */
  static String single(String text) {
    return text.replaceAll("[ \\t]+", " ").strip();
  }

  /** The command of an {@code if}, without the condition with which the text begins. */
  static String afterCondition(String text) {
    String rest = text;
    while (List.of("/i", "not").contains(first(rest).toLowerCase(Locale.ROOT))) {
      rest = after(rest);
    }
    String word = first(rest).toLowerCase(Locale.ROOT);
    rest = after(rest);
    if (word.equals("exist") || word.equals("errorlevel")) {
      return after(rest);
    }
    return COMPARISONS.contains(first(rest).toLowerCase(Locale.ROOT)) ? after(after(rest)) : rest;
  }

  private static String after(String text) {
    return text.substring(end(text, 0)).strip();
  }

  private static int end(String text, int from) {
    boolean quoted = false;
    int at = from;
    while (at < text.length() && (quoted || (text.charAt(at) != ' ' && text.charAt(at) != '\t'))) {
      quoted ^= text.charAt(at) == '"';
      at++;
    }
    return at;
  }
}
