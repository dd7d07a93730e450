package dev.garrison.connection.tls;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems of proving a server's identity: 0213 to 0220, and 0287. */
enum TlsCode implements DiagnosticCode {
  CERTIFICATE_UNTRUSTED(213),
  CERTIFICATE_EXPIRED(214),
  CERTIFICATE_NOT_YET_VALID(215),
  CERTIFICATE_OF_OTHER_NAME(216),
  CERTIFICATE_NOT_PINNED(217),
  CERTIFICATE_REFUSED(218),
  TRUST_FILE_UNUSABLE(219),
  TLS_NOT_AGREED(220),
  MACHINE_STORE_MISSING(287);

  private final int number;

  TlsCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
