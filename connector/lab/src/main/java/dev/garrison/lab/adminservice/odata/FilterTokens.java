package dev.garrison.lab.adminservice.odata;

import dev.garrison.lab.adminservice.provider.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits {@code $filter} into words, quoted texts, and punctuation. */
final class FilterTokens {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:('(?:[^']|'')*+')|(-?\\d[\\w:.+-]*)|([A-Za-z_]\\w*)|([(),/:]))\\s*");

  private FilterTokens() {}

  static List<String> of(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        throw Refusal.badRequest(
            "The query specified in the URI is not valid. Syntax error at position "
                + at
                + " in '"
                + text
                + "'.");
      }
      tokens.add(matcher.group().strip());
      at = matcher.end();
    }
    return tokens;
  }
}
