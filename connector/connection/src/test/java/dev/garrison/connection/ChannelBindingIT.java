package dev.garrison.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.connection.kerberos.KerberosIdentity;
import dev.garrison.connection.kerberos.KerberosScheme;
import dev.garrison.connection.ntlm.NtlmAccount;
import dev.garrison.connection.ntlm.NtlmScheme;
import dev.garrison.connection.signin.TokenScheme;
import dev.garrison.connection.tls.Trust;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.secret.Secret;
import dev.garrison.servers.Acceptor;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.Apache;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Issued;
import dev.garrison.servers.TestAuthority.Validity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What acceptors that demand a channel binding (RFC 5929) do with ours, with a wrong one, and with
 * none.
 */
final class ChannelBindingIT {
  private static final String KERBEROS_REFUSED =
      "Kerberos sign-in for HTTP/localhost with channel binding. Check the server's event log for the cause. The service may belong to another account (setspn -Q HTTP/localhost), the server's clock may differ by more than five minutes, or a device on the way may terminate TLS, which channel binding doesn't allow.";
  private static final String NTLM_REFUSED =
      "NTLM sign-in of GARRISON\\svc-ntlm with channel binding. Check \"user\" and \"password\", and that the account isn't locked. If they are correct, NTLM may be blocked for this account or server, or a device on the way may terminate TLS, which channel binding doesn't allow.";

  private final TestAuthority authority = TestAuthority.create("Contoso Root");
  private final Issued own = authority.issue(Validity.NOW, "localhost");

  @TempDir private Path folder;

  @BeforeEach
  void need() {
    String missing = Acceptor.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
  }

  private static TokenScheme scheme(String mechanism) {
    return mechanism.equals("kerberos")
        ? new KerberosScheme(
            new KerberosIdentity.Keytab(ActiveDirectory.USER, ActiveDirectory.shared().keytab()),
            Optional.empty())
        : new NtlmScheme(
            NtlmAccount.of(Apache.NTLM_USER, () -> new Secret(Apache.NTLM_PASSWORD.toCharArray())),
            Optional.empty(),
            Clock.systemUTC());
  }

  private String get(Acceptor server, String mechanism) throws IOException {
    Trust trust =
        new Trust(
            List.of(new Trust.Anchor.CertificateFile(authority.write(folder.resolve("ca.pem")))));
    ConnectionPolicy policy =
        new ConnectionPolicy(
            new Authentication.Tokens(scheme(mechanism), false), trust, false, Timeouts.DEFAULT);
    try (HttpTransport transport = new HttpTransport(policy, 1)) {
      return transport.send(
          new HttpCall(
              "GET", server.address(), "text/plain", Optional.empty(), Duration.ofSeconds(30)),
          answer -> new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private Acceptor start(String mechanism, Optional<Issued> shown, Issued expected)
      throws IOException {
    return Acceptor.start(folder, ActiveDirectory.shared(), mechanism, shown, expected);
  }

  @Test
  void theRightBindingIsAcceptedByKerberos() throws IOException {
    try (Acceptor server = start("kerberos", Optional.of(own), own)) {
      assertThat(get(server, "kerberos")).isEqualTo("svc-garrison@GARRISON.TEST bound True");
    }
  }

  @Test
  void theRightBindingIsAcceptedByNtlm() throws IOException {
    try (Acceptor server = start("ntlm", Optional.of(own), own)) {
      assertThat(get(server, "ntlm")).contains("svc-ntlm", " bound True");
    }
  }

  /** As when something between ends TLS with a certificate that the client trusts all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"kerberos", "ntlm"})
  void aBindingToAnotherCertificateIsRefused(String mechanism) throws IOException {
    Issued other = authority.issue(Validity.NOW, "localhost");
    try (Acceptor server = start(mechanism, Optional.of(other), own)) {
      RefusalException refusal =
          catchThrowableOfType(RefusalException.class, () -> get(server, mechanism));
      assertThat(refusal.getMessage())
          .isEqualTo(
              "%s didn't accept the %s [SIGN_IN_REJECTED GAR-0247]"
                  .formatted(
                      server.address().getAuthority(),
                      mechanism.equals("kerberos") ? KERBEROS_REFUSED : NTLM_REFUSED));
    }
  }

  /**
   * These acceptors let a client without a binding in, which is their default; IIS can demand one.
   */
  @ParameterizedTest
  @ValueSource(strings = {"kerberos", "ntlm"})
  void withoutTlsThereIsNoBindingAndTheseAcceptorsTakeThat(String mechanism) throws IOException {
    try (Acceptor server = start(mechanism, Optional.empty(), own)) {
      assertThat(get(server, mechanism)).containsIgnoringCase("svc-").doesNotContain("bound True");
    }
  }
}
