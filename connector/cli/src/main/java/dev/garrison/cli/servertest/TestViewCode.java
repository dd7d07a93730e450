package dev.garrison.cli.servertest;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes of the test commands. */
enum TestViewCode implements DiagnosticCode {
  ENDED_WHILE_TESTING(1033);

  private final int number;

  TestViewCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
