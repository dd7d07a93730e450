package dev.garrison.payload.signature;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with signatures. */
enum SignatureCode implements DiagnosticCode {
  SIGNATURE_MISSING(415),
  FILE_TAMPERED(416),
  SIGNER_UNTRUSTED(417),
  SIGNER_EXPIRED(418),
  SIGNED_BY_ANOTHER_PUBLISHER(419),
  SIGNATURE_UNUSABLE(420),
  TRUST_CERTIFICATE_UNUSABLE(432),
  TIMESTAMP_UNUSABLE(490);

  private final int number;

  SignatureCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
