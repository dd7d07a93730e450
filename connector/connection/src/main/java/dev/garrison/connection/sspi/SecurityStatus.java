package dev.garrison.connection.sspi;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.signin.SignInFindings;
import dev.garrison.diagnostic.Diagnostic;

/**
 * Explains the results of SSPI.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/secauthn/sspi-status-codes">SSPI status
 *     codes</a>
 */
final class SecurityStatus {
  static final int OK = 0;
  static final int CONTINUE_NEEDED = 0x00090312;
  static final int INVALID_TOKEN = 0x80090308;

  private static final String ACCOUNT =
      "Run Garrison as an account of the domain, such as a group managed service account, or name an"
          + " account: 'user' and 'password'.";

  private SecurityStatus() {}

  /**
   * The problem behind a status.
   *
   * @param service the service principal name that was asked for
   */
  static Diagnostic problem(
      int status, SecurityPackage securityPackage, ContactedServer server, String service) {
    return switch (status) {
      // SEC_E_NO_CREDENTIALS, SEC_E_UNKNOWN_CREDENTIALS
      case 0x8009030E, 0x8009030D ->
          Diagnostic.error(
              SignInCode.WINDOWS_LOGON_MISSING,
              "Windows has no credentials of the domain for the user who runs Garrison.",
              ACCOUNT + " 'klist' lists the tickets of that user.");
      // SEC_E_LOGON_DENIED
      case 0x8009030C ->
          Diagnostic.error(
              SignInCode.ACCOUNT_REFUSED,
              "The account that runs Garrison is refused for %s.".formatted(server.authority()),
              "It may be disabled, locked or expired, or its password was changed since it logged on: log"
                  + " on again, or restart the service. Else NTLM may be blocked for it.");
      // SEC_E_TARGET_UNKNOWN
      case 0x80090303 -> SignInFindings.serviceUnknown(server.authority(), service);
      // SEC_E_NO_AUTHENTICATING_AUTHORITY, SEC_E_DOWNGRADE_DETECTED
      case 0x80090311, 0x80090350 ->
          Diagnostic.error(
              SignInCode.DOMAIN_UNREACHABLE,
              "Windows reaches no domain controller that could give a ticket for %s."
                  .formatted(service),
              "'nltest /dsgetdc:' shows which one it finds. Check DNS, port 88, that this computer is in the"
                  + " domain, and for another domain the trust.");
      // SEC_E_WRONG_PRINCIPAL, SEC_E_MUTUAL_AUTH_FAILED
      case 0x80090322, 0x80090363 ->
          Diagnostic.error(
              SignInCode.SERVER_NOT_PROVEN,
              "%s could not prove that it is %s.".formatted(server.authority(), service),
              "The service may belong to another account than the one that runs it: 'setspn -Q %s' shows who"
                      .formatted(service)
                  + " has it. Or somebody stands in between.");
      // SEC_E_TIME_SKEW
      case 0x80090324 -> SignInFindings.clocksDiffer(server.authority());
      // SEC_E_KDC_UNKNOWN_ETYPE
      case 0x80090342 -> SignInFindings.noCommonEncryption(service);
      // SEC_E_BAD_BINDINGS
      case 0x80090346 ->
          Diagnostic.error(
              SignInCode.SIGN_IN_REJECTED,
              "%s did not accept the channel binding of the sign-in for %s."
                  .formatted(server.authority(), service),
              "Something between ends TLS, which channel binding does not allow.");
      // SEC_E_SECPKG_NOT_FOUND, SEC_E_BAD_PKGID
      case 0x80090305, 0x80090316 ->
          Diagnostic.error(
              SignInCode.SECURITY_PACKAGE_MISSING,
              "This Windows has no security package %s.".formatted(securityPackage.title()),
              "It belongs to each Windows: see 'Security Packages' below"
                  + " HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa, or name an account: 'user' and"
                  + " 'password'.");
      default ->
          Diagnostic.error(
              SignInCode.SSPI_FAILED,
              "Windows could not sign in to %s for %s (0x%08X)."
                  .formatted(server.authority(), service, status),
              "'certutil -error 0x%08X' says it in words; the System log of that time may say more."
                  .formatted(status));
    };
  }
}
