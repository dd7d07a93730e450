package dev.garrison.takeover.draft;

import dev.garrison.diagnostic.VisibleText;
import java.util.Collection;
import java.util.stream.Collectors;

/** Text as YAML has it. What a site names could otherwise end a value and begin another key. */
final class Yaml {
  private Yaml() {}

  /**
   * In single quotes, on one line; in double quotes, where a character that would not be seen is
   * written by its number and means itself.
   */
  static String quoted(String text) {
    String line = oneLine(text);
    return VisibleText.line(line).equals(line)
        ? "'" + line.replace("'", "''") + "'"
        : '"' + VisibleText.line(line.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }

  /** A list on one line. */
  static String list(Collection<String> texts) {
    return texts.stream().map(Yaml::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A comment can be left by nothing but a line's end. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }
}
