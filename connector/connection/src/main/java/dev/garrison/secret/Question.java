package dev.garrison.secret;

import java.util.Optional;

/** Asks a person for a secret. */
@FunctionalInterface
public interface Question {
  /**
   * Shows the text and takes what is typed, without showing it.
   *
   * @return the characters, possibly none, which the caller clears; empty where nobody can be asked
   */
  Optional<char[]> ask(String text);
}
