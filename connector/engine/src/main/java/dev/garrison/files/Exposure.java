package dev.garrison.files;

import dev.garrison.language.Text;

/**
 * Access that another account has to a file or folder that should be private.
 *
 * @param kind whether the other account owns it, or was only let in
 * @param what a sentence without its full stop that names the file or folder
 * @param remedy a sentence
 */
public record Exposure(Kind kind, Text what, Text remedy) {
  /** Kind of access. */
  public enum Kind {
    /** Another account owns it, and may change who has access. */
    OWNED_BY_OTHERS,
    /** Others may read or change it. */
    OPEN_TO_OTHERS
  }
}
