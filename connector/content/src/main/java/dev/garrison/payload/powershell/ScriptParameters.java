package dev.garrison.payload.powershell;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters that a script declares at its beginning. */
final class ScriptParameters {
  private static final Pattern BLOCK = Pattern.compile("(?im)^[\\s&&[^\\r\\n]]*+param\\s*+\\(");
  private static final Pattern END = Pattern.compile("(?im)^[\\s&&[^\\r\\n]]*+function\\s");
  private static final Pattern PARAMETER =
      Pattern.compile("\\[(?:guid|string|switch|hashtable|int|uint32)\\]\\s*\\$(\\w{1,64})");

  private ScriptParameters() {}

  /**
   * Names of the parameters, sorted without regard to case; those of functions are not included.
   */
  static SortedSet<String> of(CharSequence text) {
    SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      return names;
    }
    Matcher end = END.matcher(text).region(block.end(), text.length());
    Matcher parameter =
        PARAMETER.matcher(text).region(block.end(), end.find() ? end.start() : text.length());
    while (parameter.find()) {
      names.add(parameter.group(1));
    }
    return names;
  }
}
