package dev.garrison.manifest.yaml;

import dev.garrison.diagnostic.VisibleText;

/**
 * Texts in the quotes of YAML (YAML 1.2, 7.3.1 and 7.3.2). No character in them ends a value or is
 * read as another one.
 */
public final class YamlText {
  private YamlText() {}

  /**
   * The text in single quotes, in which a backslash is a backslash. If it has an invisible
   * character, it is in double quotes, and that character is written as its number.
   */
  public static String quoted(String text) {
    return VisibleText.line(text).equals(text)
        ? "'" + text.replace("'", "''") + "'"
        : '"'
            + VisibleText.line(
                text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t"))
            + '"';
  }
}
