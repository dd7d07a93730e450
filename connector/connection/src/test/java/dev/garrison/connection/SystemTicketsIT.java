package dev.garrison.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.servers.Acceptor;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Issued;
import dev.garrison.servers.TestAuthority.Validity;
import dev.garrison.servers.TicketFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tickets in a cache that Java cannot read, by the system's own library: against an acceptor that
 * demands a channel binding, and where something is wrong.
 */
final class SystemTicketsIT {
  /** Signs in and prints what the server answers, or why not. */
  private static final String SOURCE =
      """
      import dev.garrison.connection.*;
      import dev.garrison.connection.kerberos.KerberosScheme;
      import dev.garrison.connection.tls.Trust;
      import dev.garrison.connection.kerberos.SystemTickets;
      import java.net.URI;
      import java.nio.charset.StandardCharsets;
      import java.nio.file.Path;
      import java.time.Duration;
      import java.util.*;

      void main(String[] words) {
        var scheme =
            new KerberosScheme(
                new SystemTickets(), Optional.of(words[2]).filter(name -> !name.isEmpty()));
        var trust = new Trust(List.of(new Trust.Anchor.CertificateFile(Path.of(words[1]))));
        var policy =
            new ConnectionPolicy(
                new Authentication.Tokens(scheme, false), trust, false, Timeouts.DEFAULT);
        try (HttpTransport transport = new HttpTransport(policy, 1)) {
          IO.println(
              transport.send(
                  new HttpCall(
                      "GET",
                      URI.create(words[0]),
                      "text/plain",
                      Optional.empty(),
                      Duration.ofSeconds(30)),
                  answer -> new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)));
        } catch (RuntimeException refusal) {
          IO.println(refusal.getMessage());
        }
      }
      """;

  private final TestAuthority authority = TestAuthority.create("Contoso Root");
  private final Issued own = authority.issue(Validity.NOW, "localhost");

  @TempDir private Path folder;

  @BeforeEach
  void need() {
    String missing = Acceptor.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
  }

  private Acceptor acceptor(Issued shown) throws IOException {
    return Acceptor.start(folder, ActiveDirectory.shared(), "kerberos", Optional.of(shown), own);
  }

  /** A collection of caches in a folder: Java reads none of it. */
  private String tickets() {
    Path caches = folder.resolve("caches");
    caches.toFile().mkdir();
    ActiveDirectory.shared().tickets("DIR:" + caches);
    return "DIR:" + caches;
  }

  private String signIn(Acceptor server, String cache, String service, String... options)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(options));
    line.addAll(
        List.of(
            "-cp",
            JavaProcess.classPath(),
            Files.writeString(folder.resolve("SignIn.java"), SOURCE).toString(),
            server.address().toString(),
            authority.write(folder.resolve("ca.pem")).toString(),
            service));
    JavaProcess.Result result =
        JavaProcess.start(
                folder,
                Map.of(
                    "KRB5_CONFIG",
                    ActiveDirectory.shared().krb5Conf().toString(),
                    "KRB5CCNAME",
                    cache),
                line.toArray(String[]::new))
            .await();
    assertThat(result.exit()).as(result.err()).isZero();
    return result.out().strip();
  }

  @Test
  void theRightBindingIsAccepted() throws Exception {
    try (Acceptor server = acceptor(own)) {
      assertThat(signIn(server, tickets(), "")).isEqualTo("svc-garrison@GARRISON.TEST bound True");
    }
  }

  @Test
  void aBindingToAnotherCertificateIsRefused() throws Exception {
    try (Acceptor server = acceptor(authority.issue(Validity.NOW, "localhost"))) {
      assertThat(signIn(server, tickets(), ""))
          .isEqualTo(
              "%s didn't accept the Kerberos sign-in for HTTP/localhost with channel binding. Check the server's event log for the cause. The service may belong to another account (setspn -Q HTTP/localhost), the server's clock may differ by more than five minutes, or a device on the way may terminate TLS, which channel binding doesn't allow. [SIGN_IN_REJECTED GAR-0247]"
                  .formatted(server.address().getAuthority()));
    }
  }

  @Test
  void whatIsWrongIsNamed() throws Exception {
    try (Acceptor server = acceptor(own)) {
      assertThat(signIn(server, "DIR:" + folder.resolve("none"), ""))
          .isEqualTo(
              "The ticket cache of the user who runs Garrison contains no Kerberos ticket. Get a ticket with \"kinit\" as the user who runs Garrison, or specify an account with \"user\" and \"password\". [TICKET_MISSING GAR-0227]");
      assertThat(signIn(server, tickets(), "HTTP/nowhere.garrison.test"))
          .isEqualTo(
              "The domain doesn't know the service HTTP/nowhere.garrison.test, so it issues no ticket for %s. Use the server's full DNS name in the address, or specify the service with \"servicePrincipal\". To see which account has the service, run: setspn -Q HTTP/nowhere.garrison.test. [SERVICE_UNKNOWN GAR-0228]"
                  .formatted(server.address().getAuthority()));
      Path expired = ActiveDirectory.shared().tickets(folder.resolve("cc"));
      TicketFile.expire(expired);
      assertThat(signIn(server, "FILE:" + expired, ""))
          .isEqualTo(
              "The Kerberos ticket has expired. Get a ticket with \"kinit\" as the user who runs Garrison, or specify an account with \"user\" and \"password\". [TICKET_MISSING GAR-0227]");
      assertThat(signIn(server, tickets(), "", "-Dsun.security.jgss.lib=/nowhere"))
          .isEqualTo(
              "The user's ticket cache isn't a file, and the library that reads other caches isn't installed. Install libgssapi_krb5 (Debian: libgssapi-krb5-2, Red Hat: krb5-libs), or specify an account with \"user\" and \"password\". [SIGN_IN_NOT_POSSIBLE GAR-0245]");
    }
  }
}
