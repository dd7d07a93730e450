package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with applications. */
enum ApplicationCode implements DiagnosticCode {
  DIGEST_UNREADABLE(541),
  DIGEST_UNEXPECTED(542),
  DIGEST_EDIT_AT_RISK(543),
  DIGEST_OF_ANOTHER_APPLICATION(544),
  APPLICATION_NOT_WRITABLE(545),
  FOREIGN_DETECTION(546),
  REVISION_NOT_PROVEN(547);

  private final int number;

  ApplicationCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
