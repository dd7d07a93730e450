package dev.garrison.connection.sspi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.HttpCall;
import dev.garrison.connection.HttpTransport;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.tls.Trust;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.servers.Acceptor;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.Apache;
import dev.garrison.servers.Echo;
import dev.garrison.servers.StandInSecurity;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Issued;
import dev.garrison.servers.TestAuthority.Validity;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scheme of Windows with a stand-in for secur32.dll over MIT Kerberos. */
final class SspiSchemeIT {
  private static final String USER = "svc-garrison@GARRISON.TEST";

  private final TestAuthority authority = TestAuthority.create("Contoso Root");
  private final Issued own = authority.issue(Validity.NOW, "localhost");

  @TempDir private Path folder;
  private StandInSecurity security;

  @BeforeEach
  void need() {
    String missing =
        Stream.of(StandInSecurity.missing(), Acceptor.missing())
            .filter(reason -> !reason.isEmpty())
            .findFirst()
            .orElse("");
    Assumptions.assumeTrue(missing.isEmpty(), missing);
    ActiveDirectory domain = ActiveDirectory.shared();
    security = StandInSecurity.of(domain, domain.tickets(folder.resolve("tickets")));
    assertThat(security.openHandles()).isZero();
  }

  @AfterEach
  void noHandleStaysOpen() {
    if (security != null) {
      assertThat(security.openHandles()).isZero();
    }
  }

  private HttpTransport transport(SecurityPackage by, Optional<String> service) throws IOException {
    SspiScheme scheme = new SspiScheme(new SecuritySupport(() -> security.library()), by, service);
    Trust trust =
        new Trust(
            List.of(new Trust.Anchor.CertificateFile(authority.write(folder.resolve("ca.pem")))));
    return new HttpTransport(
        new ConnectionPolicy(
            new Authentication.Tokens(scheme, false), trust, false, Timeouts.DEFAULT),
        1);
  }

  private static String send(HttpTransport transport, String method, URI address) {
    Optional<HttpCall.Body> body =
        method.equals("GET")
            ? Optional.empty()
            : Optional.of(new HttpCall.Body("application/json", "x".repeat(100_000)));
    return transport.send(
        new HttpCall(method, address, "text/plain", body, Duration.ofSeconds(30)),
        answer -> new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
  }

  private String get(SecurityPackage by, Optional<String> service, URI address) throws IOException {
    try (HttpTransport transport = transport(by, service)) {
      return send(transport, "GET", address);
    }
  }

  private String get(URI address) throws IOException {
    return get(SecurityPackage.KERBEROS, Optional.empty(), address);
  }

  private String refusal(SecurityPackage by, Optional<String> service, URI address) {
    return String.valueOf(
        catchThrowableOfType(RefusalException.class, () -> get(by, service, address)).getMessage());
  }

  private Acceptor acceptor(Optional<Issued> shown, Optional<URI> behind) throws IOException {
    return Acceptor.start(
        folder,
        ActiveDirectory.shared(),
        "kerberos",
        new Acceptor.Certificates(shown, own),
        behind);
  }

  @ParameterizedTest
  @EnumSource
  void theSignInIsBoundToItsConnection(SecurityPackage by) throws IOException {
    try (Acceptor server = acceptor(Optional.of(own), Optional.empty())) {
      assertThat(get(by, Optional.empty(), server.address())).isEqualTo(USER + " bound True");
    }
  }

  /** As when something between ends TLS with a certificate that the client trusts all the same. */
  @ParameterizedTest
  @EnumSource
  void aBindingToAnotherCertificateIsRefused(SecurityPackage by) throws IOException {
    Issued other = authority.issue(Validity.NOW, "localhost");
    try (Acceptor server = acceptor(Optional.of(other), Optional.empty())) {
      assertThat(refusal(by, Optional.empty(), server.address()))
          .startsWith(server.address().getAuthority() + " didn't accept the ")
          .contains(" for HTTP/localhost with channel binding. ")
          .endsWith("[SIGN_IN_REJECTED GAR-0247]");
    }
  }

  @Test
  void withoutTlsThereIsNoBindingAndAServerThatDemandsOneServesNothing() throws IOException {
    try (Echo echo = new Echo();
        Acceptor server = acceptor(Optional.empty(), Optional.of(echo.address()))) {
      assertThat(get(server.address())).isEqualTo("not bound");
    }
  }

  private Apache apache(Echo echo) throws IOException {
    return Apache.start(
        folder,
        ActiveDirectory.shared(),
        authority.issue(Validity.NOW, "localhost", "127.0.0.1"),
        echo.address());
  }

  @ParameterizedTest
  @CsvSource({
    "KERBEROS,kerberos",
    "KERBEROS,kerberos-each",
    "NEGOTIATE,kerberos",
    "NEGOTIATE,kerberos-each"
  })
  void bodiesGoThroughWhereEachConnectionOrEachRequestIsAsked(SecurityPackage by, String location)
      throws IOException {
    try (Echo echo = new Echo();
        Apache apache = apache(echo);
        HttpTransport transport = transport(by, Optional.empty())) {
      URI address = apache.address("localhost", location + "/service/y");
      for (String method : List.of("POST", "PUT", "GET", "POST")) {
        assertThat(send(transport, method, address))
            .isEqualTo(
                "%s /service/y %d as %s"
                    .formatted(method, method.equals("GET") ? 0 : 100_000, USER));
      }
    }
  }

  @Test
  void negotiateTakesNtlmWhereThereIsNoKerberos() throws IOException {
    security = StandInSecurity.of(ActiveDirectory.shared(), folder.resolve("no-tickets"));
    security.useNtlm(
        Files.writeString(
            folder.resolve("account"),
            Apache.NTLM_USER.replace('\\', ':') + ":" + Apache.NTLM_PASSWORD + "\n"));
    try (Echo echo = new Echo();
        Apache apache = apache(echo);
        HttpTransport transport = transport(SecurityPackage.NEGOTIATE, Optional.empty())) {
      for (String method : List.of("POST", "GET", "PUT")) {
        assertThat(send(transport, method, apache.address("localhost", "ntlm/service/y")))
            .startsWith(
                "%s /service/y %d as ".formatted(method, method.equals("GET") ? 0 : 100_000))
            .containsIgnoringCase("svc-ntlm");
      }
    }
  }

  @Test
  void aNamedServiceReplacesTheNameInTheAddress() throws IOException {
    try (Echo echo = new Echo();
        Apache apache = apache(echo)) {
      URI address = apache.address("127.0.0.1", "kerberos/x");
      assertThat(get(SecurityPackage.KERBEROS, Optional.of("HTTP/mecm.garrison.test"), address))
          .isEqualTo("GET /x 0 as " + USER);
      assertThat(refusal(SecurityPackage.KERBEROS, Optional.empty(), address))
          .startsWith("Kerberos can't name the server 127.0.0.1:")
          .endsWith("[SIGN_IN_NOT_POSSIBLE GAR-0245]");
    }
  }

  @Test
  void aServerThatAnswersWithoutProvingItselfIsRefused() throws IOException {
    try (Echo echo = new Echo()) {
      assertThat(
              refusal(
                  SecurityPackage.KERBEROS, Optional.of("HTTP/mecm.garrison.test"), echo.address()))
          .isEqualTo(notProven(echo.address(), "HTTP/mecm.garrison.test"));
    }
  }

  private static String notProven(URI address, String service) {
    return "%s answered without proving that it is %s. Check the address and that server. Windows authentication may be turned off there, or another system may be intercepting the connection. [SERVER_NOT_PROVEN GAR-0246]"
        .formatted(address.getAuthority(), service);
  }

  @ParameterizedTest
  @EnumSource
  void aContextWithoutMutualAuthenticationIsRefused(SecurityPackage by) throws IOException {
    security.leaveOutProof(true);
    try (Acceptor server = acceptor(Optional.of(own), Optional.empty())) {
      assertThat(refusal(by, Optional.empty(), server.address()))
          .isEqualTo(notProven(server.address(), "HTTP/localhost"));
    }
  }

  @Test
  void aServiceThatTheDomainDoesNotKnowIsNamed() throws IOException {
    try (Acceptor server = acceptor(Optional.of(own), Optional.empty())) {
      security.fail(2, 0x80090303);
      assertThat(refusal(SecurityPackage.KERBEROS, Optional.empty(), server.address()))
          .startsWith(
              "The domain doesn't know the service HTTP/localhost, so it issues no ticket for ")
          .endsWith("[SERVICE_UNKNOWN GAR-0228]");
    }
  }

  /** The first call acquires credentials, the second begins the context, the third ends it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whateverCallFailsHandlesAreFreed(int call) throws IOException {
    try (Acceptor server = acceptor(Optional.of(own), Optional.empty())) {
      security.fail(call, 0x80090304);
      assertThat(refusal(SecurityPackage.KERBEROS, Optional.empty(), server.address()))
          .isEqualTo(
              call == 3
                  ? notProven(server.address(), "HTTP/localhost")
                  : "Windows couldn't sign in to %s for HTTP/localhost (0x80090304). Run \"certutil -error 0x80090304\" for a description, and check the System log of that time. [SSPI_FAILED GAR-0286]"
                      .formatted(server.address().getAuthority()));
    }
  }

  @Test
  void aUserWithoutTicketsIsTold() throws IOException {
    security = StandInSecurity.of(ActiveDirectory.shared(), folder.resolve("no-tickets"));
    try (Acceptor server = acceptor(Optional.of(own), Optional.empty())) {
      assertThat(refusal(SecurityPackage.KERBEROS, Optional.empty(), server.address()))
          .isEqualTo(
              "Windows has no domain credentials for the user who runs Garrison. Run Garrison as a domain account, such as a group managed service account, or specify an account with \"user\" and \"password\". List the tickets of that user with \"klist\". [WINDOWS_LOGON_MISSING GAR-0283]");
    }
  }
}
