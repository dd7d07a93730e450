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
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.Apache;
import dev.garrison.servers.Echo;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kerberos and NTLM against MIT Kerberos and gss-ntlmssp, in Apache and with a domain of Samba. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignInIT {
  private static final Optional<String> DEFAULT = Optional.empty();

  private Path folder;

  private ActiveDirectory domain;
  private Echo echo;
  private Apache apache;
  private Trust trust;

  @BeforeAll
  void start(@TempDir Path shared) throws IOException {
    folder = shared;
    String missing = Apache.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
    domain = ActiveDirectory.shared();
    TestAuthority authority = TestAuthority.create("Contoso Root");
    trust =
        new Trust(
            List.of(new Trust.Anchor.CertificateFile(authority.write(folder.resolve("ca.pem")))));
    echo = new Echo();
    apache =
        Apache.start(
            folder,
            domain,
            authority.issue(Validity.NOW, "localhost", "127.0.0.1"),
            echo.address());
  }

  @AfterAll
  void stop() {
    if (apache != null) {
      apache.close();
      echo.close();
    }
  }

  private static KerberosIdentity password(String user, String password) {
    return new KerberosIdentity.Password(user, () -> new Secret(password.toCharArray()));
  }

  private KerberosIdentity good() {
    return new KerberosIdentity.Keytab(ActiveDirectory.USER, domain.keytab());
  }

  private static TokenScheme ntlm(String password) {
    return new NtlmScheme(
        NtlmAccount.of(Apache.NTLM_USER, () -> new Secret(password.toCharArray())),
        DEFAULT,
        Clock.systemUTC());
  }

  private HttpTransport transport(TokenScheme scheme) {
    return new HttpTransport(
        new ConnectionPolicy(
            new Authentication.Tokens(scheme, false), trust, false, Timeouts.DEFAULT),
        4);
  }

  private static String send(HttpTransport transport, String method, URI address) {
    Optional<HttpCall.Body> body =
        method.equals("GET")
            ? Optional.empty()
            : Optional.of(new HttpCall.Body("application/json", "x".repeat(100_000)));
    return transport.send(
        new HttpCall(method, address, "text/plain", body, Duration.ofSeconds(30)),
        answer ->
            answer.status()
                + " "
                + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
  }

  private String get(TokenScheme scheme, String host, String location) {
    try (HttpTransport transport = transport(scheme)) {
      return send(transport, "GET", apache.address(host, location + "/x"));
    }
  }

  private String refusal(KerberosIdentity identity, Optional<String> service, String host) {
    RefusalException refusal =
        catchThrowableOfType(
            RefusalException.class,
            () -> get(new KerberosScheme(identity, service), host, "kerberos"));
    return String.valueOf(refusal.getMessage());
  }

  @Test
  void aPasswordSignsInByKerberos() {
    assertThat(
            get(
                new KerberosScheme(
                    password(ActiveDirectory.USER, ActiveDirectory.PASSWORD), DEFAULT),
                "localhost",
                "kerberos"))
        .isEqualTo("200 GET /x 0 as svc-garrison@GARRISON.TEST");
  }

  @Test
  void aKeytabSignsInByKerberos() {
    assertThat(get(new KerberosScheme(good(), DEFAULT), "localhost", "kerberos"))
        .isEqualTo("200 GET /x 0 as svc-garrison@GARRISON.TEST");
  }

  @Test
  void aTicketCacheSignsInByKerberos() {
    KerberosIdentity cached =
        new KerberosIdentity.TicketCache(Optional.of(domain.tickets(folder.resolve("cc"))));
    assertThat(get(new KerberosScheme(cached, DEFAULT), "localhost", "kerberos"))
        .isEqualTo("200 GET /x 0 as svc-garrison@GARRISON.TEST");
  }

  @Test
  void aNamedServiceReplacesTheNameInTheAddress() {
    assertThat(
            get(
                new KerberosScheme(good(), Optional.of("HTTP/mecm.garrison.test")),
                "127.0.0.1",
                "kerberos"))
        .isEqualTo("200 GET /x 0 as svc-garrison@GARRISON.TEST");
  }

  @Test
  void aServerThatAnswersWithoutProvingItselfIsRefused() {
    KerberosScheme scheme = new KerberosScheme(good(), Optional.of("HTTP/mecm.garrison.test"));
    try (HttpTransport transport = transport(scheme)) {
      RefusalException refusal =
          catchThrowableOfType(
              RefusalException.class, () -> send(transport, "GET", echo.address()));
      assertThat(refusal.getMessage())
          .startsWith(
              "%s answered without proving that it is HTTP/mecm.garrison.test."
                  .formatted(echo.address().getAuthority()))
          .endsWith("[SERVER_NOT_PROVEN GAR-0246]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kerberos", "kerberos-each"})
  void bodiesGoThroughKerberosWhereEachConnectionOrEachRequestIsAsked(String location) {
    try (HttpTransport transport = transport(new KerberosScheme(good(), DEFAULT))) {
      URI address = apache.address("localhost", location + "/service/y");
      for (String method : List.of("POST", "PUT", "GET", "POST")) {
        int length = method.equals("GET") ? 0 : 100_000;
        assertThat(send(transport, method, address))
            .isEqualTo(
                "200 %s /service/y %d as svc-garrison@GARRISON.TEST".formatted(method, length));
      }
    }
  }

  @Test
  void ntlmSignsInOnceForEachConnection() {
    try (HttpTransport transport = transport(ntlm(Apache.NTLM_PASSWORD))) {
      URI address = apache.address("localhost", "ntlm/service/y");
      for (String method : List.of("POST", "GET", "PUT")) {
        int length = method.equals("GET") ? 0 : 100_000;
        assertThat(send(transport, method, address))
            .startsWith("200 %s /service/y %d as ".formatted(method, length))
            .containsIgnoringCase("svc-ntlm");
      }
    }
  }

  @Test
  void aWrongNtlmPasswordIsNamed() {
    RefusalException refusal =
        catchThrowableOfType(RefusalException.class, () -> get(ntlm("wrong"), "localhost", "ntlm"));
    assertThat(refusal.getMessage())
        .isEqualTo(
            "localhost:%d didn't accept the NTLM sign-in of GARRISON\\svc-ntlm with channel binding. Check \"user\" and \"password\", and that the account isn't locked. If they are correct, NTLM may be blocked for this account or server, or a device on the way may terminate TLS, which channel binding doesn't allow. [SIGN_IN_REJECTED GAR-0247]"
                .formatted(apache.address("localhost", "").getPort()));
  }

  @Test
  void aWrongPasswordIsNamed() {
    assertThat(refusal(password("svc-garrison", "wrong"), DEFAULT, "localhost"))
        .isEqualTo(
            "The domain doesn't accept the password of svc-garrison. Correct the password in the place that \"password\" refers to. Further attempts may lock the account. [PASSWORD_WRONG GAR-0225]");
  }

  @Test
  void anUnknownAccountIsNamed() {
    assertThat(refusal(password("nobody@GARRISON.TEST", "x"), DEFAULT, "localhost"))
        .isEqualTo(
            "The domain doesn't know nobody@GARRISON.TEST. Correct \"user\": name@REALM, with the realm in capital letters. [ACCOUNT_REFUSED GAR-0226]");
  }

  @Test
  void aServiceThatTheDomainDoesNotKnowIsNamed() {
    assertThat(refusal(good(), Optional.of("HTTP/nowhere.garrison.test"), "localhost"))
        .isEqualTo(
            "The domain doesn't know the service HTTP/nowhere.garrison.test, so it issues no ticket for localhost:%d. Use the server's full DNS name in the address, or specify the service with \"servicePrincipal\". To see which account has the service, run: setspn -Q HTTP/nowhere.garrison.test. [SERVICE_UNKNOWN GAR-0228]"
                .formatted(apache.address("localhost", "").getPort()));
  }

  /** The domain knows it, the web server has no key of it. */
  @Test
  void aServiceOfAnotherAccountIsNamed() {
    assertThat(refusal(good(), Optional.of("cifs/localhost"), "localhost"))
        .isEqualTo(
            "localhost:%d didn't accept the Kerberos sign-in for cifs/localhost with channel binding. Check the server's event log for the cause. The service may belong to another account (setspn -Q cifs/localhost), the server's clock may differ by more than five minutes, or a device on the way may terminate TLS, which channel binding doesn't allow. [SIGN_IN_REJECTED GAR-0247]"
                .formatted(apache.address("localhost", "").getPort()));
  }

  @Test
  void anAddressWithoutANameNeedsTheServiceNamed() {
    assertThat(refusal(good(), DEFAULT, "127.0.0.1"))
        .startsWith("Kerberos can't name the server 127.0.0.1:")
        .endsWith("[SIGN_IN_NOT_POSSIBLE GAR-0245]");
  }

  @Test
  void aCacheWithoutTicketsIsNamed() {
    Path nothing = folder.resolve("no-cache");
    assertThat(
            refusal(new KerberosIdentity.TicketCache(Optional.of(nothing)), DEFAULT, "localhost"))
        .isEqualTo(
            "No Kerberos ticket found in %s. Get a ticket with \"kinit\" as the user who runs Garrison, or specify an account with \"user\" and \"password\". [TICKET_MISSING GAR-0227]"
                .formatted(nothing));
  }

  @Test
  void aKeytabOfAnotherAccountIsNamed() {
    assertThat(
            refusal(
                new KerberosIdentity.Keytab("svc-garrison", domain.serviceKeytab()),
                DEFAULT,
                "localhost"))
        .isEqualTo(
            "The keytab %s contains no key for svc-garrison. List the keys with \"klist -k FILE\". Realm and name are case-sensitive. [KEYTAB_UNUSABLE GAR-0249]"
                .formatted(domain.serviceKeytab()));
  }

  @Test
  void aServerThatTakesNtlmOnlyDoesNotAcceptKerberos() {
    RefusalException refusal =
        catchThrowableOfType(
            RefusalException.class,
            () -> get(new KerberosScheme(good(), DEFAULT), "localhost", "ntlm"));
    assertThat(refusal.getMessage())
        .isEqualTo(
            "localhost:%d didn't accept the Kerberos sign-in for HTTP/localhost with channel binding. Check the server's event log for the cause. The service may belong to another account (setspn -Q HTTP/localhost), the server's clock may differ by more than five minutes, or a device on the way may terminate TLS, which channel binding doesn't allow. [SIGN_IN_REJECTED GAR-0247]"
                .formatted(apache.address("localhost", "").getPort()));
  }
}
