package dev.garrison.cli.lab;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems of the commands that need the stand-in site. */
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
