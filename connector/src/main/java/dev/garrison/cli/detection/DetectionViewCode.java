package dev.garrison.cli.detection;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems of the command itself. */
enum DetectionViewCode implements DiagnosticCode {
  ENDED_WHILE_TESTING(1033);

  private final int number;

  DetectionViewCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
