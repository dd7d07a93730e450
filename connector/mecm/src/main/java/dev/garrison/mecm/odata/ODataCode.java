package dev.garrison.mecm.odata;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with the content of an answer. */
enum ODataCode implements DiagnosticCode {
  OBJECT_WITHOUT_KEY(262);

  private final int number;

  ODataCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
