package dev.garrison.secret;

/** Store of secrets. The manifest contains only references, such as {@code env:CM_PASSWORD}. */
public interface SecretStore {
  /**
   * Reads a secret. Stored secrets are read again each time, so that a changed password is used.
   * Secrets from an operator or another system are requested once.
   *
   * @param reference scheme, colon, place
   * @throws dev.garrison.diagnostic.RefusalException if there is no such secret, or it is not
   *     stored safely
   */
  Secret read(String reference);
}
