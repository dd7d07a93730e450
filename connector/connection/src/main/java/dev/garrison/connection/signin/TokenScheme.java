package dev.garrison.connection.signin;

import java.util.List;

/** Scheme of signing in with tokens, with one identity. Safe for use by several threads. */
public interface TokenScheme {
  /** The names of the scheme in {@code WWW-Authenticate}, preferred names first. */
  List<String> names();

  /**
   * Whether the first token may be sent before the server requests one. Then the server needs only
   * one token, and it may be sent with each request.
   */
  boolean opens();

  /**
   * Begins a sign-in on one connection.
   *
   * @throws dev.garrison.diagnostic.RefusalException if the identity cannot be used
   */
  TokenExchange begin(ContactedServer server);
}
