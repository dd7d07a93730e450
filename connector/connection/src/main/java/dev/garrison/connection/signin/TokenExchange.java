package dev.garrison.connection.signin;

import dev.garrison.diagnostic.Diagnostic;
import java.util.Optional;

/** One sign-in on one connection. Not safe for use by several threads. */
public interface TokenExchange {
  /**
   * The token to send next.
   *
   * @param fromServer what the server sent with its 401; empty at the beginning
   * @throws dev.garrison.diagnostic.RefusalException if there is none
   */
  byte[] next(Optional<byte[]> fromServer);

  /**
   * The server let us in.
   *
   * @param fromServer what came with its answer
   * @throws dev.garrison.diagnostic.RefusalException if that does not prove the server, where it
   *     must
   */
  void accepted(Optional<byte[]> fromServer);

  /** What it means that the server still says 401 after the last token. */
  Diagnostic rejected();
}
