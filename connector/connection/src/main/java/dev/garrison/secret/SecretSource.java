package dev.garrison.secret;

/** Source of secrets of one scheme. */
interface SecretSource {
  /**
   * Reads the secret's characters, possibly none; the caller clears them.
   *
   * @throws dev.garrison.diagnostic.RefusalException if the place does not exist or is not safe
   */
  char[] read(String place);
}
