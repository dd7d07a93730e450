package dev.garrison.connection;

import java.io.IOException;

/** The server ended the sign-in together with its connection; what was asked was not done. */
final class SignedOutException extends IOException {
  private static final long serialVersionUID = 1L;

  SignedOutException() {
    super("the server ended the sign-in");
  }
}
