package dev.garrison.payload;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with a file of any kind. */
enum InspectionCode implements DiagnosticCode {
  FILE_UNKNOWN(410),
  FILE_OF_ANOTHER_KIND(430),
  PLATFORM_OLDER_THAN_INSTALLER(431);

  private final int number;

  InspectionCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
