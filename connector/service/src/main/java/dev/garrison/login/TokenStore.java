package dev.garrison.login;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Storage of tokens. Changes are effective at once, in every process. */
public interface TokenStore {
  /** All tokens, by name. */
  List<AccessToken> all();

  /**
   * Stores a new token.
   *
   * @return false where there is or was one of this name
   */
  boolean add(AccessToken token);

  /**
   * Revokes a token.
   *
   * @return false where there is none of this name, or it is revoked already
   */
  boolean revoke(String name, Instant now, String who);

  /** Records that a token was used. */
  void used(String name, LocalDate day);
}
