package dev.garrison.mecm.adminservice;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems around the administration service that no request of ours met. */
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
