package dev.garrison.runscript;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems that keep a test from running. */
enum TestCode implements DiagnosticCode {
  RUN_SCRIPTS_NOT_OFFERED(1021),
  TOO_MANY_TO_TEST(1022),
  SERVER_NOT_IN_RINGS(1023),
  SERVER_NOT_TESTABLE(1024),
  SERVER_OF_OTHER_SITE(1025),
  SCRIPT_IS_ANOTHER(1026),
  SCRIPT_NOT_APPROVED(1027),
  SCRIPT_DENIED(1028),
  SCRIPT_NOT_AS_SENT(1029),
  APPROVAL_NOT_ASKED(1030),
  TEST_CHANGED_MEANWHILE(1031),
  SERVER_NAME_NOT_PROVEN(1032),
  SCRIPT_GONE(1034),
  TEST_STOPPED(1035),
  SERVERS_OF_TWO_PROXIES(1051),
  NO_HOST_IN_PACKAGE(1052);

  private final int number;

  TestCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
