package dev.garrison.takeover;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with importing a site: 0140 to 0149. */
enum TakeoverCode implements DiagnosticCode {
  IMPORT_ANSWERS_MISSING(140),
  SEVERAL_MANIFESTS(141);

  private final int number;

  TakeoverCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
