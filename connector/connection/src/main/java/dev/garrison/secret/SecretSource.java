package dev.garrison.secret;

/** One kind of place that secrets are kept in. */
interface SecretSource {
  /**
   * The secret's characters, possibly none; the caller clears them.
   *
   * @throws dev.garrison.diagnostic.RefusalException if the place does not exist or is not safe
   */
  char[] read(String place);
}
