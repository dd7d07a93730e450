package dev.garrison.mecm.adminservice;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with the administration service that occur outside its requests. */
enum AdminServiceCode implements DiagnosticCode {
  PROVIDERS_MISSING(211),
  CAPABILITY_MISSING(212);

  private final int number;

  AdminServiceCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
