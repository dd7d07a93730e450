package dev.garrison.survey;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes for facts of a survey that a plan must not ignore. */
enum SurveyCode implements DiagnosticCode {
  INSTALLER_DOWNGRADE(535),
  ROUTE_NOT_TOLD(1042);

  private final int number;

  SurveyCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
