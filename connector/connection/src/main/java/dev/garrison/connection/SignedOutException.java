package dev.garrison.connection;

import java.io.IOException;

/**
 * Failure because the server closed the connection during the sign-in. It did not carry out the
 * request.
 */
final class SignedOutException extends IOException {
  private static final long serialVersionUID = 1L;

  SignedOutException() {
    super("the server ended the sign-in");
  }
}
