package dev.garrison.probe.outcome;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes that only a probe reports. */
public enum ProbeCode implements DiagnosticCode {
  NAME_UNRESOLVED(801),
  PORT_CLOSED(802),
  CONNECTION_NOT_ENCRYPTED(803),
  CERTIFICATE_ENDS_SOON(804),
  SERVER_CLOCK_DIFFERS(805),
  SERVER_SILENT(806),
  PROVIDER_OF_OTHER_SITE(807),
  RIGHT_MISSING(808),
  RIGHT_MISSING_FOR_LATER(809),
  RIGHTS_NOT_TOLD(810),
  MEMBER_MISSING(811),
  MEMBER_MISSING_BEARABLE(812),
  METADATA_DIFFERS(813),
  GROUP_NOT_THERE(814),
  GROUP_WITHOUT_POINTS(815),
  ASSUMPTION_WRONG(817),
  FOLDER_NOT_THERE(824),
  REPORT_EXISTS(820),
  REPORT_NOT_WRITTEN(821),
  SELFTEST_NOT_ON_WINDOWS(822),
  SELFTEST_DIFFERS(823);

  private final int number;

  ProbeCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
