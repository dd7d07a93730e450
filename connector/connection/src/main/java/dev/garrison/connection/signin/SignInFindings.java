package dev.garrison.connection.signin;

import dev.garrison.diagnostic.Diagnostic;

/** Problems that Kerberos has on each system. */
public final class SignInFindings {
  /** Remedy for clocks that differ. */
  public static final String SET_CLOCK =
      "Kerberos allows five minutes. Set the clock of this computer, or of the domain controller.";

  private SignInFindings() {}

  /** The words about channel binding at the end of a message; empty without TLS. */
  public static String bound(ContactedServer server) {
    return server.channelBinding().isPresent() ? " with channel binding" : "";
  }

  /** A 401 after the last token. */
  public static Diagnostic kerberosRejected(ContactedServer server, String service) {
    return Diagnostic.error(
        SignInCode.SIGN_IN_REJECTED,
        "%s did not accept the Kerberos sign-in for %s%s."
            .formatted(server.authority(), service, bound(server)),
        "The service may belong to another account there ('setspn -Q %s'), its clock may differ by more"
                .formatted(service)
            + " than five minutes, or something between ends TLS, which channel binding does not allow."
            + " The server's event log says which.");
  }

  /** An answer without mutual authentication. */
  public static Diagnostic notProven(String server, String service) {
    return Diagnostic.error(
        SignInCode.SERVER_NOT_PROVEN,
        "%s answered without proving that it is %s.".formatted(server, service),
        "Windows authentication may be off there, or somebody stands in between. Check the address and"
            + " that server.");
  }

  /** No ticket, because the domain has no account with the service. */
  public static Diagnostic serviceUnknown(String server, String service) {
    return Diagnostic.error(
        SignInCode.SERVICE_UNKNOWN,
        "The domain knows no service %s, so it gives no ticket for %s.".formatted(service, server),
        "Use the server's full DNS name in the address, or name the service with"
            + " 'servicePrincipal'. 'setspn -Q %s' shows who has it.".formatted(service));
  }

  /** No ticket, because no encryption type fits. */
  public static Diagnostic noCommonEncryption(String service) {
    return Diagnostic.error(
        SignInCode.KERBEROS_FAILED,
        "The domain and this computer have no encryption type in common for %s.".formatted(service),
        "Enable AES for the account that has this service (msDS-SupportedEncryptionTypes).");
  }

  /** No ticket, or one that is not accepted, because of the time. */
  public static Diagnostic clocksDiffer(String server) {
    return Diagnostic.error(
        SignInCode.CLOCKS_DIFFER,
        "The clocks of this computer and of the domain or %s differ too much.".formatted(server),
        SET_CLOCK);
  }
}
