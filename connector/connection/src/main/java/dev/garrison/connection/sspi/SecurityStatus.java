package dev.garrison.connection.sspi;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.signin.SignInFindings;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;

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
          Diagnostic.error(SignInCode.WINDOWS_LOGON_MISSING, Message.of("sspi.no-credentials"));
      // SEC_E_LOGON_DENIED
      case 0x8009030C ->
          Diagnostic.error(
              SignInCode.ACCOUNT_REFUSED,
              Message.of("sspi.account-refused", "server", server.authority()));
      // SEC_E_TARGET_UNKNOWN
      case 0x80090303 -> SignInFindings.serviceUnknown(server.authority(), service);
      // SEC_E_NO_AUTHENTICATING_AUTHORITY, SEC_E_DOWNGRADE_DETECTED
      case 0x80090311, 0x80090350 ->
          Diagnostic.error(
              SignInCode.DOMAIN_UNREACHABLE,
              Message.of("sspi.domain-unreachable", "service", service));
      // SEC_E_WRONG_PRINCIPAL, SEC_E_MUTUAL_AUTH_FAILED
      case 0x80090322, 0x80090363 ->
          Diagnostic.error(
              SignInCode.SERVER_NOT_PROVEN,
              Message.of("sspi.not-proven", "server", server.authority(), "service", service));
      // SEC_E_TIME_SKEW
      case 0x80090324 -> SignInFindings.clocksDiffer(server.authority());
      // SEC_E_KDC_UNKNOWN_ETYPE
      case 0x80090342 -> SignInFindings.noCommonEncryption(service);
      // SEC_E_BAD_BINDINGS
      case 0x80090346 ->
          Diagnostic.error(
              SignInCode.SIGN_IN_REJECTED,
              Message.of(
                  "sspi.binding-rejected", "server", server.authority(), "service", service));
      // SEC_E_SECPKG_NOT_FOUND, SEC_E_BAD_PKGID
      case 0x80090305, 0x80090316 ->
          Diagnostic.error(
              SignInCode.SECURITY_PACKAGE_MISSING,
              Message.of("sspi.package-missing", "package", securityPackage.title()));
      default ->
          Diagnostic.error(
              SignInCode.SSPI_FAILED,
              Message.of(
                  "sspi.failed",
                  "server",
                  server.authority(),
                  "service",
                  service,
                  "status",
                  "0x%08X".formatted(status)));
    };
  }
}
