package dev.garrison.connection;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with server addresses and clocks: Garrison does not connect or write there. */
enum ConnectionCode implements DiagnosticCode {
  PLAIN_HTTP_REFUSED(221),
  PASSWORD_OVER_PLAIN_HTTP(222),
  SERVER_ADDRESS_INVALID(223),
  CLOCKS_APART(259);

  private final int number;

  ConnectionCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
