package dev.garrison.connection.signin;

import dev.garrison.diagnostic.Diagnostic;
import java.util.Optional;

/** One sign-in on one connection. Not safe for use by several threads. */
public interface TokenExchange extends AutoCloseable {
  /**
   * The token to send next.
   *
   * @param fromServer the token that the server sent with its 401; empty at the beginning
   * @throws dev.garrison.diagnostic.RefusalException if there is none
   */
  byte[] next(Optional<byte[]> fromServer);

  /**
   * Called when the server has accepted the sign-in.
   *
   * @param fromServer the token of its answer
   * @throws dev.garrison.diagnostic.RefusalException if that does not prove the server's identity,
   *     where it must
   */
  void accepted(Optional<byte[]> fromServer);

  /** Explanation of a 401 after the last token. */
  Diagnostic rejected();

  /** Frees what the sign-in holds, whatever became of it. */
  @Override
  default void close() {}
}
