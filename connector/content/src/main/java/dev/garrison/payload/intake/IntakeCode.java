package dev.garrison.payload.intake;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with the package folder and its content. */
enum IntakeCode implements DiagnosticCode {
  INTAKE_NOT_WRITTEN(464),
  INTAKE_UNREADABLE(465),
  INTAKE_LACKS_PACKAGE(466),
  INTAKE_HOLDS_SEVERAL(467),
  SIGNER_CHANGED(468),
  INTAKE_FILE_ALTERED(469),
  INTAKE_FILE_NOT_INSPECTED(492);

  private final int number;

  IntakeCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
