package dev.garrison.connection;

import dev.garrison.connection.signin.TokenScheme;
import dev.garrison.secret.Secret;
import java.util.function.Supplier;

/** Method of signing in to a server. */
public sealed interface Authentication {
  /** No sign-in. */
  record Anonymous() implements Authentication {}

  /**
   * Name and password with every request (RFC 7617).
   *
   * @param user the account's name
   * @param password read again for each request, so that a changed password is used, and then
   *     erased
   */
  record Basic(String user, Supplier<Secret> password) implements Authentication {
    public Basic {
      if (user.isEmpty() || user.indexOf(':') >= 0) {
        throw new IllegalArgumentException("a user name for Basic is not empty and has no colon");
      }
    }
  }

  /**
   * Sign-in with tokens, once for each connection, such as Kerberos.
   *
   * @param scheme the sign-in scheme with its identity
   * @param guessable whether an eavesdropper can find the password from the tokens by guessing
   */
  record Tokens(TokenScheme scheme, boolean guessable) implements Authentication {}
}
