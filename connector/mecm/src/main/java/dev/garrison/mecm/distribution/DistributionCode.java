package dev.garrison.mecm.distribution;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with content distribution. */
enum DistributionCode implements DiagnosticCode {
  GROUP_MISSING(261);

  private final int number;

  DistributionCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
