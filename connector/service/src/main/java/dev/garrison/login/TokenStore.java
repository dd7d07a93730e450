package dev.garrison.login;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where tokens are kept. What is done here counts at once, in every process. */
public interface TokenStore {
  /** All of them, by name. */
  List<AccessToken> all();

  /**
   * Keeps a new one.
   *
   * @return false where there is or was one of this name
   */
  boolean add(AccessToken token);

  /**
   * Lets a token in no more.
   *
   * @return false where there is none of this name, or it is revoked already
   */
  boolean revoke(String name, Instant now, String who);

  /** Notes that a token was used. */
  void used(String name, LocalDate day);
}
