package dev.garrison.connection.signin;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;

/** Problems that Kerberos has on each system. */
public final class SignInFindings {
  private SignInFindings() {}

  /** A 401 after the last token. */
  public static Diagnostic kerberosRejected(ContactedServer server, String service) {
    return Diagnostic.error(
        SignInCode.SIGN_IN_REJECTED,
        Message.of(
            server.channelBinding().isPresent()
                ? "sign-in.kerberos-bound-rejected"
                : "sign-in.kerberos-rejected",
            "server",
            server.authority(),
            "service",
            service));
  }

  /** An answer without mutual authentication. */
  public static Diagnostic notProven(String server, String service) {
    return Diagnostic.error(
        SignInCode.SERVER_NOT_PROVEN,
        Message.of("sign-in.not-proven", "server", server, "service", service));
  }

  /** No ticket, because the domain has no account with the service. */
  public static Diagnostic serviceUnknown(String server, String service) {
    return Diagnostic.error(
        SignInCode.SERVICE_UNKNOWN,
        Message.of("sign-in.service-unknown", "service", service, "server", server));
  }

  /** No ticket, because no encryption type fits. */
  public static Diagnostic noCommonEncryption(String service) {
    return Diagnostic.error(
        SignInCode.KERBEROS_FAILED, Message.of("sign-in.no-common-encryption", "service", service));
  }

  /** No ticket, or one that is not accepted, because of the time. */
  public static Diagnostic clocksDiffer(String server) {
    return Diagnostic.error(
        SignInCode.CLOCKS_DIFFER, Message.of("sign-in.clocks-differ", "server", server));
  }
}
