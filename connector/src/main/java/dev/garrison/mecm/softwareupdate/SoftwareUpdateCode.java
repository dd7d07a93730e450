package dev.garrison.mecm.softwareupdate;

import dev.garrison.diagnostic.DiagnosticCode;

/** What is found of a software update point: 1001 to 1015. */
public enum SoftwareUpdateCode implements DiagnosticCode {
  UPDATES_NOT_SHOWN(1001);

  private final int number;

  SoftwareUpdateCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
