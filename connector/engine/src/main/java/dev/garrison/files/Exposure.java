package dev.garrison.files;

/**
 * Access that another account has to a file or folder that should be private.
 *
 * @param kind whether the other account owns it, or was only let in
 * @param what the rest of a sentence whose subject is the file, such as {@code belongs to mallory,
 *     who is neither root nor the account that runs Garrison}
 * @param remedy a sentence
 */
public record Exposure(Kind kind, String what, String remedy) {
  /** Kind of access. */
  public enum Kind {
    /** Another account owns it, and may change who has access. */
    OWNED_BY_OTHERS,
    /** Others may read or change it. */
    OPEN_TO_OTHERS
  }
}
