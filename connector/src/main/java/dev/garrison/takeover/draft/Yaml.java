package dev.garrison.takeover.draft;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text as YAML has it. What a site names could otherwise end a value and begin another key. */
final class Yaml {
  private Yaml() {}

  /** In single quotes, on one line. */
  static String quoted(String text) {
    return "'" + oneLine(text).replace("'", "''") + "'";
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
