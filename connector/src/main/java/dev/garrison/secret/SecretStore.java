package dev.garrison.secret;

/** Where secrets come from. The manifest holds only references, such as {@code env:CM_PASSWORD}. */
public interface SecretStore {
  /**
   * Reads the secret anew, so that a changed password is seen without a restart.
   *
   * @param reference scheme, colon, place
   * @throws dev.garrison.diagnostic.RefusalException if there is no such secret, or it is not kept
   *     safely
   */
  Secret read(String reference);
}
