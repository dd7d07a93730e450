package dev.garrison.wsus.probe;

import dev.garrison.diagnostic.DiagnosticCode;

/** What is found on update servers: 0931 to 0949. */
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
  TOO_MANY_UPDATES(945);

  private final int number;

  WsusCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
