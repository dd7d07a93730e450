package dev.garrison.cli.lab;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes of the commands that need the simulated site. */
enum LabCode implements DiagnosticCode {
  LAB_LEFT_OUT(1066);

  private final int number;

  LabCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
