package dev.garrison.wsus.sync;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes for synchronizations: 0557, 0980 to 0986, and 0996. */
enum SyncCode implements DiagnosticCode {
  SYNC_ORDER_UNKNOWN(557),
  SYNC_NEEDS_ADMINISTRATOR(980),
  SYNC_NOT_SET_UP(981),
  SYNC_UPSTREAM_CIRCLE(982),
  SYNC_FAILED(983),
  SYNC_CANCELLED(984),
  SYNC_OUTCOME_UNKNOWN(985),
  SYNC_UPSTREAM_FAILED(986),
  SYNC_NOT_ALLOWED(996);

  private final int number;

  SyncCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
