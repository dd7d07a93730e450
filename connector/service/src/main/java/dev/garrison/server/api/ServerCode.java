package dev.garrison.server.api;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems of the HTTP server, its tokens and its requests: 1081 to 1099. */
public enum ServerCode implements DiagnosticCode {
  CANNOT_LISTEN(1081),
  CERTIFICATE_UNUSABLE(1082),
  TOKEN_NAME_TAKEN(1083),
  TOKEN_UNKNOWN(1084),
  SIGN_IN_NEEDED(1085),
  ROLE_TOO_LOW(1086),
  TOO_MANY_REQUESTS(1087),
  REQUEST_REFUSED(1088),
  ROUTE_UNKNOWN(1089),
  NOT_THERE(1090),
  OFFBOARDING_BY_COMMAND(1091),
  ALREADY_UNDER_WAY(1092),
  SERVICE_BUSY(1093),
  REQUEST_FAULT(1094),
  LISTEN_UNSAFE(1095),
  FORM_FOREIGN(1096),
  SERVERS_NOT_CONFIRMED(1097),
  DOCUMENTATION_MISSING(1099);

  private final int number;

  ServerCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
