package dev.garrison.connection;

import dev.garrison.connection.signin.TokenScheme;
import dev.garrison.secret.Secret;
import java.util.function.Supplier;

/** How Garrison signs in to a server. */
public sealed interface Authentication {
  /** No sign-in at all. */
  record Anonymous() implements Authentication {}

  /**
   * Name and password with every request (RFC 7617).
   *
   * @param user the account's name
   * @param password asked anew for each request, so that a changed one is seen, and used up
   */
  record Basic(String user, Supplier<Secret> password) implements Authentication {
    public Basic {
      if (user.isEmpty() || user.indexOf(':') >= 0) {
        throw new IllegalArgumentException("a user name for Basic is not empty and has no colon");
      }
    }
  }

  /**
   * By tokens, once for each connection, such as Kerberos.
   *
   * @param scheme with its identity
   * @param guessable whether who overhears the tokens can work out the password from them
   */
  record Tokens(TokenScheme scheme, boolean guessable) implements Authentication {}
}
