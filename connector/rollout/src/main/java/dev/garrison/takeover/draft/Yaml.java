package dev.garrison.takeover.draft;

import dev.garrison.manifest.yaml.YamlText;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Text in YAML form. Without quotes, a name from a site could end a value and begin another key.
 */
final class Yaml {
  private Yaml() {}

  /** Text on one line, in quotes. */
  static String quoted(String text) {
    return YamlText.quoted(oneLine(text));
  }

  /** A list on one line. */
  static String list(Collection<String> texts) {
    return texts.stream().map(Yaml::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Text on one line, because only a line end could end a comment. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }
}
