package dev.garrison.job;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems found by a check of the update servers: 1113. */
public enum UpdateCode implements DiagnosticCode {
  UPDATE_SERVER_TO_LOOK_AT(1113);

  private final int number;

  UpdateCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
