package dev.garrison.secret;

import java.util.Optional;

/** Asks the operator for a secret. */
@FunctionalInterface
public interface Question {
  /**
   * Shows the text and reads the typed characters, without showing them.
   *
   * @return the characters, possibly none, which the caller clears; empty where there is no
   *     terminal
   */
  Optional<char[]> ask(String text);

  /** Whether the operator sits at a terminal. */
  default boolean hasTerminal() {
    return false;
  }
}
