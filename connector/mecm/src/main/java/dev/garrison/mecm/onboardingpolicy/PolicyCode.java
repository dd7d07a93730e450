package dev.garrison.mecm.onboardingpolicy;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with onboarding policies. */
enum PolicyCode implements DiagnosticCode {
  POLICY_PARTS_MISSING(279);

  private final int number;

  PolicyCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
