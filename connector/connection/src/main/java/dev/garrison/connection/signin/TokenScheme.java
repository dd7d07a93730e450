package dev.garrison.connection.signin;

import java.util.List;

/** A way to sign in by tokens, with one identity. Safe for use by several threads. */
public interface TokenScheme {
  /** What it is called in {@code WWW-Authenticate}, preferred names first. */
  List<String> names();

  /**
   * Whether the first token may go out before the server asked for one. Then one token is all the
   * server needs, and it may come with each request.
   */
  boolean opens();

  /**
   * Begins to sign in on one connection.
   *
   * @throws dev.garrison.diagnostic.RefusalException if the identity cannot be used
   */
  TokenExchange begin(ContactedServer server);
}
