package dev.garrison.payload;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with package files. */
enum PayloadCode implements DiagnosticCode {
  PACKAGE_UNREADABLE(401),
  PACKAGE_WITHOUT_SCRIPT(402),
  PACKAGE_WITHOUT_TENANT(403),
  PACKAGE_OF_ANOTHER_TENANT(405),
  PACKAGE_IS_LOCAL_SCRIPT(406);

  private final int number;

  PayloadCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
