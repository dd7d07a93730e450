package dev.garrison.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.connection.tls.Trust;
import dev.garrison.connection.tls.Trust.Anchor;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.servers.Echo;
import dev.garrison.servers.HttpsStandIn;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Issued;
import dev.garrison.servers.TestAuthority.Validity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("first")
final class TlsIT {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
  private static final Sha256 OTHER = Sha256.of("another certificate");

  private final TestAuthority authority = TestAuthority.create("Contoso Root");

  @TempDir private Path folder;

  private static String get(URI address, Anchor... anchors) {
    ConnectionPolicy policy =
        new ConnectionPolicy(
            new Authentication.Anonymous(), new Trust(List.of(anchors)), false, Timeouts.DEFAULT);
    try (HttpTransport transport = new HttpTransport(policy, 1)) {
      return transport.send(
          new HttpCall("GET", address, "text/plain", Optional.empty(), Duration.ofSeconds(20)),
          answer -> new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String refusal(URI address, Anchor... anchors) {
    RefusalException refusal =
        catchThrowableOfType(RefusalException.class, () -> get(address, anchors));
    return String.valueOf(refusal.getMessage());
  }

  private Anchor bundle() throws IOException {
    return new Anchor.CertificateFile(authority.write(folder.resolve("ca.pem")));
  }

  private static Anchor.Pin pin(Issued issued) {
    return new Anchor.Pin(digest(issued.certificate()));
  }

  private static Sha256 digest(X509Certificate certificate) {
    try {
      return Sha256.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private static String met(String name, Issued issued) {
    return "CN=%s, issued by CN=Contoso Root, valid from %s to %s, SHA-256 %s"
        .formatted(
            name,
            TIME.format(issued.certificate().getNotBefore().toInstant()),
            TIME.format(issued.certificate().getNotAfter().toInstant()),
            digest(issued.certificate()));
  }

  private static String line(Issued issued) {
    return "trust: [\"sha256:" + digest(issued.certificate()) + "\"]";
  }

  @Test
  void aServerOfATrustedAuthorityIsAccepted() throws IOException {
    try (HttpsStandIn server = new HttpsStandIn(authority.issue(Validity.NOW, "localhost"))) {
      assertThat(get(server.address(), bundle())).isEqualTo("hello");
      assertThat(get(server.address(), new Anchor.SystemAuthorities(), bundle()))
          .isEqualTo("hello");
    }
  }

  @Test
  void anUntrustedIssuerIsNamedWithTheLineThatWouldTrustTheCertificate() throws IOException {
    Issued issued = authority.issue(Validity.NOW, "localhost");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      assertThat(refusal(server.address(), new Anchor.SystemAuthorities()))
          .isEqualTo(
              "localhost:%d presents a certificate whose issuer isn't trusted: %s. Compare the SHA-256 with the certificate on that server. If both are the same, trust exactly that certificate with %s, or specify the issuer's certificate as a PEM file with trust: [issuer.pem]. [CERTIFICATE_UNTRUSTED GAR-0213]"
                  .formatted(server.port(), met("localhost", issued), line(issued)));
      assertThat(server.requests()).isZero();
    }
  }

  @Test
  void thePrintedLineTrustsThatCertificate() throws IOException {
    Issued issued = authority.issue(Validity.NOW, "localhost");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      assertThat(get(server.address(), pin(issued))).isEqualTo("hello");
    }
  }

  @Test
  void aPinnedCertificateMayBearAnotherName() throws IOException {
    Issued issued = authority.issue(Validity.NOW, "cm01.contoso.example");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      assertThat(get(server.address(), pin(issued))).isEqualTo("hello");
    }
  }

  @Test
  void anotherCertificateThanThePinnedOneIsRefused() throws IOException {
    Issued issued = authority.issue(Validity.NOW, "localhost");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      assertThat(refusal(server.address(), new Anchor.Pin(OTHER)))
          .isEqualTo(
              "localhost:%d presents a certificate that isn't the pinned one: %s. If the certificate was renewed, compare the SHA-256 with the certificate on that server, and write %s. Otherwise, another system may be intercepting the connection. [CERTIFICATE_NOT_PINNED GAR-0217]"
                  .formatted(server.port(), met("localhost", issued), line(issued)));
      assertThat(server.requests()).isZero();
    }
  }

  @Test
  void anExpiredCertificateIsRefusedEvenWhenItIsPinned() throws IOException {
    Issued issued = authority.issue(Validity.PAST, "localhost");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      String expected =
          "localhost:%d presents a certificate that has expired: %s. Renew the certificate on that server, and compare the clocks. Garrison never accepts an expired certificate. [CERTIFICATE_EXPIRED GAR-0214]"
              .formatted(server.port(), met("localhost", issued));
      assertThat(refusal(server.address(), bundle())).isEqualTo(expected);
      assertThat(refusal(server.address(), pin(issued))).isEqualTo(expected);
    }
  }

  @Test
  void aCertificateOfTomorrowIsRefused() throws IOException {
    Issued issued = authority.issue(Validity.FUTURE, "localhost");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      assertThat(refusal(server.address(), bundle()))
          .isEqualTo(
              "localhost:%d presents a certificate that isn't valid yet: %s. Compare the clocks of that server, of its certification authority, and of this computer. [CERTIFICATE_NOT_YET_VALID GAR-0215]"
                  .formatted(server.port(), met("localhost", issued)));
    }
  }

  @Test
  void aCertificateForAnotherNameIsRefusedNamingTheNames() throws IOException {
    Issued issued = authority.issue(Validity.NOW, "cm01.contoso.example", "cm01");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      assertThat(refusal(server.address(), bundle()))
          .isEqualTo(
              "localhost:%d presents a certificate for cm01, cm01.contoso.example: %s. Use one of those names in the address. Or compare the SHA-256 with the certificate on that server, and if both are the same, trust exactly that certificate with %s. [CERTIFICATE_OF_OTHER_NAME GAR-0216]"
                  .formatted(server.port(), met("cm01.contoso.example", issued), line(issued)));
    }
  }

  @Test
  void anAuthorityThatHasExpiredIsNamedAsTheCause() throws IOException {
    TestAuthority old = authority.subordinate("Old Sub", Validity.PAST);
    try (HttpsStandIn server = new HttpsStandIn(old.issue(Validity.NOW, "localhost"))) {
      assertThat(refusal(server.address(), bundle()))
          .startsWith(
              "localhost:%d presents a certificate of an authority whose own certificate has expired: CN=localhost, issued by CN=Old Sub"
                  .formatted(server.port()))
          .endsWith(
              "Renew the authority's certificate on that server, and compare the clocks. [CERTIFICATE_EXPIRED GAR-0214]");
    }
  }

  @Test
  void oneMatchingReasonOfSeveralIsEnough() throws IOException {
    Issued issued = authority.issue(Validity.NOW, "localhost");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      assertThat(get(server.address(), new Anchor.Pin(OTHER), bundle())).isEqualTo("hello");
      assertThat(get(server.address(), new Anchor.SystemAuthorities(), pin(issued)))
          .isEqualTo("hello");
    }
  }

  @Test
  void aFileWithoutCertificatesIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("empty.pem"), "");
    URI nowhere = URI.create("https://localhost:1/");
    assertThat(refusal(nowhere, new Anchor.CertificateFile(file)))
        .isEqualTo(
            "The certificate file %s can't be used: the file contains no certificate. In \"trust\", specify a file with one or more certificates in PEM form (BEGIN CERTIFICATE). [TRUST_FILE_UNUSABLE GAR-0219]"
                .formatted(file));
    Path missing = folder.resolve("missing.pem");
    assertThat(refusal(nowhere, new Anchor.CertificateFile(missing)))
        .startsWith(
            "The certificate file %s can't be used: the file doesn't exist.".formatted(missing));
  }

  @Test
  void aServerWithoutTlsDoesNotNeedWhatIsTrusted() throws IOException {
    try (Echo echo = new Echo()) {
      assertThat(get(echo.address(), new Anchor.CertificateFile(folder.resolve("missing.pem"))))
          .startsWith("GET ");
    }
  }

  /**
   * What a server answers that knows TLS 1.1 at most: the alert protocol_version (RFC 5246 7.2).
   */
  @Test
  void aServerWithOnlyOldTlsIsRefusedWithTheVersionsThatGarrisonSpeaks() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread old =
          Thread.ofVirtual()
              .start(() -> {
                try (Socket socket = server.accept()) {
                  assertThat(socket.getInputStream().read()).isEqualTo(0x16);
                  socket.getOutputStream().write(HexFormat.of().parseHex("15030200020246"));
                  socket.shutdownOutput();
                  socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      URI address = URI.create("https://localhost:" + server.getLocalPort() + "/");
      assertThat(refusal(address, new Anchor.SystemAuthorities()))
          .isEqualTo(
              "localhost:%d and Garrison can't agree on TLS ((protocol_version) Received fatal alert: protocol_version). Enable TLS 1.2 or TLS 1.3 on that server, and check that the port is the port for https. [TLS_NOT_AGREED GAR-0220]"
                  .formatted(server.getLocalPort()));
      old.join();
    }
  }
}
