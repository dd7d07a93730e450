package dev.garrison.share.access;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with rights on the content share. */
public enum AccessCode implements DiagnosticCode {
  RIGHTS_CHANGED_BY_OTHERS(350),
  RIGHTS_READ_BY_OTHERS(351),
  RIGHTS_OWNED_BY_OTHERS(352),
  RIGHTS_WHO_UNKNOWN(354),
  RIGHTS_TOO_MANY(355),
  RIGHTS_RECORD_UNUSABLE(356);

  private final int number;

  AccessCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
