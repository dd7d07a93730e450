package dev.garrison.windowsservice;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with the service of Windows. */
public enum WindowsServiceCode implements DiagnosticCode {
  SERVICE_ACCOUNT_UNKNOWN(1126),
  SERVICE_PASSWORD_MISSING(1127),
  SERVICE_PASSWORD_UNWANTED(1128),
  SERVICE_NOT_ON_WINDOWS(1129),
  SERVICE_PROGRAM_MISSING(1130),
  SERVICE_REFUSED(1131),
  SERVICE_NOT_INSTALLED(1132),
  SERVICE_ANSWERS_MISSING(1133),
  SERVICE_NOT_AS_ASKED(1134),
  SERVICE_FOREIGN(1135);

  private final int number;

  WindowsServiceCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
