package dev.garrison.cli.packages;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with a certificate's file. */
enum CertificateCode implements DiagnosticCode {
  CERTIFICATE_FILE_EXISTS(422),
  CERTIFICATE_NOT_WRITTEN(423);

  private final int number;

  CertificateCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
