package dev.garrison.wsus.problem;

import dev.garrison.diagnostic.DiagnosticCode;

/** What is found on update servers: 0931 to 0949, and 0990 to 0999. */
public enum WsusCode implements DiagnosticCode {
  NO_UPDATE_SERVERS(931),
  UPDATE_SERVER_UNKNOWN(932),
  UPDATE_SERVER_ROLE_MISSING(933),
  OTHER_UPDATE_SERVER(934),
  OPERATIONS_DIFFER(935),
  NOT_SET_UP(936),
  PERHAPS_UPDATE_POINT(937),
  SYNCHRONIZATION_OVERDUE(938),
  PRODUCT_NOT_THERE(939),
  PRODUCT_AMBIGUOUS(940),
  PRODUCT_NOT_SUBSCRIBED(941),
  TITLE_NOT_UNDERSTOOD(942),
  RULE_APPROVES_TOO(943),
  SERVER_NEEDS_CARE(944),
  TOO_MANY_UPDATES(945),
  GROUP_IS_EVERYBODY(946),
  GROUP_IN_TWO_RINGS(947),
  READ_BACK_OTHER(948),
  WRITER_IS_NO_ADMINISTRATOR(990),
  WRITES_NOT_ALLOWED(991),
  UPDATE_NOT_AS_PLANNED(992),
  DEADLINE_TOO_NEAR(993),
  SERVER_SYNCHRONISING(994),
  STILL_NEEDED(995);

  private final int number;

  WsusCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
