package dev.garrison.cli.plan;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes for problems with applying. */
enum ApplyCode implements DiagnosticCode {
  CONFIRMATION_NEEDED(741),
  OUTSIDE_WINDOW(742),
  ENDED_WHILE_WRITING(744),
  OFFBOARDING_NOT_CONFIRMED(745);

  private final int number;

  ApplyCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
