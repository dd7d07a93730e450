package dev.garrison.secret;

/** Where secrets come from. The manifest holds only references, such as {@code env:CM_PASSWORD}. */
public interface SecretStore {
  /**
   * Reads the secret. What lies still is read anew each time, so that a changed password is seen;
   * what a person or another system must give is asked for once.
   *
   * @param reference scheme, colon, place
   * @throws dev.garrison.diagnostic.RefusalException if there is no such secret, or it is not kept
   *     safely
   */
  Secret read(String reference);
}
