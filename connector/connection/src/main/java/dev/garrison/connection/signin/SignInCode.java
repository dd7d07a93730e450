package dev.garrison.connection.signin;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems of signing in: 0224 to 0230, 0245 to 0249, and 0283 to 0286. */
public enum SignInCode implements DiagnosticCode {
  SIGN_IN_NOT_OFFERED(224),
  PASSWORD_WRONG(225),
  ACCOUNT_REFUSED(226),
  TICKET_MISSING(227),
  SERVICE_UNKNOWN(228),
  CLOCKS_DIFFER(229),
  KERBEROS_FAILED(230),
  SIGN_IN_NOT_POSSIBLE(245),
  SERVER_NOT_PROVEN(246),
  SIGN_IN_REJECTED(247),
  NTLM_CHALLENGE_REFUSED(248),
  KEYTAB_UNUSABLE(249),
  WINDOWS_LOGON_MISSING(283),
  DOMAIN_UNREACHABLE(284),
  SECURITY_PACKAGE_MISSING(285),
  SSPI_FAILED(286);

  private final int number;

  SignInCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
