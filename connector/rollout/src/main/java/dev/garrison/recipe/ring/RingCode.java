package dev.garrison.recipe.ring;

import dev.garrison.diagnostic.DiagnosticCode;

/** Reasons why a ring cannot open as the manifest asks. */
enum RingCode implements DiagnosticCode {
  DEADLINE_IN_BLACKOUT(525),
  DEADLINE_TOO_SOON(553);

  private final int number;

  RingCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
