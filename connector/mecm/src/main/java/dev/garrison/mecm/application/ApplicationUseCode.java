package dev.garrison.mecm.application;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with applications as objects of the site. */
enum ApplicationUseCode implements DiagnosticCode {
  APPLICATION_IN_USE(281),
  APPLICATION_GONE(282),
  IDENTITY_REFUSED(263);

  private final int number;

  ApplicationUseCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
