package dev.garrison.fleet;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes for questions about servers. */
public enum FleetCode implements DiagnosticCode {
  SERVER_UNKNOWN(561);

  private final int number;

  FleetCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
