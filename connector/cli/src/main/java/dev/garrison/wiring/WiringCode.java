package dev.garrison.wiring;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes for parts that cannot be set up, such as the share's account and the lease. */
enum WiringCode implements DiagnosticCode {
  SHARE_ACCOUNT_MISSING(732),
  LEASE_HELD(733),
  LEASE_LOST(743),
  NO_SENSOR_UPDATE(749);

  private final int number;

  WiringCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
