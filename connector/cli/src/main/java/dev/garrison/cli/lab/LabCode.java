package dev.garrison.cli.lab;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes of the commands that need the simulated site. */
enum LabCode implements DiagnosticCode {
  LAB_LEFT_OUT(1066),
  LAB_FOLDER_TAKEN(1067),
  LAB_NOT_RUNNING(1068),
  LAB_CANNOT_START(1069),
  LAB_REFUSED(1070);

  private final int number;

  LabCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
