package dev.garrison.cli.packages;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes of the package commands. */
enum PackageCommandCode implements DiagnosticCode {
  CERTIFICATE_FILE_EXISTS(422),
  CERTIFICATE_NOT_WRITTEN(423),
  INTAKE_NOT_NAMED(463),
  SIGNER_NOT_OF_CODE(485);

  private final int number;

  PackageCommandCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
