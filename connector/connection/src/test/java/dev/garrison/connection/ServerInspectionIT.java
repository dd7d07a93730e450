package dev.garrison.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.ServerInspection.Greeting;
import dev.garrison.connection.tls.Handshake;
import dev.garrison.connection.tls.ServerCertificate;
import dev.garrison.connection.tls.Trust;
import dev.garrison.connection.tls.Trust.Anchor;
import dev.garrison.digest.Sha256;
import dev.garrison.servers.HttpsStandIn;
import dev.garrison.servers.OwnPorts;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Issued;
import dev.garrison.servers.TestAuthority.Validity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("first")
final class ServerInspectionIT {
  private final TestAuthority authority = TestAuthority.create("Contoso Root");

  @TempDir private Path folder;

  private static ServerInspection inspection(InstantSource clock, Anchor... anchors) {
    return new ServerInspection(new Trust(List.of(anchors)), false, Timeouts.DEFAULT, clock);
  }

  private static ServerInspection inspection(Anchor... anchors) {
    return inspection(InstantSource.system(), anchors);
  }

  private Anchor bundle() throws IOException {
    return new Anchor.CertificateFile(authority.write(folder.resolve("ca.pem")));
  }

  @Test
  void aTrustedCertificateIsShownWithTheVersionOfTls() throws Exception {
    Issued issued = authority.issue(Validity.NOW, "localhost", "127.0.0.1");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      Handshake handshake = inspection(bundle()).handshake(server.address());
      assertThat(handshake)
          .isEqualTo(
              new Handshake(
                  Optional.of("TLSv1.3"),
                  Optional.of(
                      new ServerCertificate(
                          "CN=localhost",
                          "CN=Contoso Root",
                          List.of("localhost", "127.0.0.1"),
                          issued.certificate().getNotBefore().toInstant(),
                          issued.certificate().getNotAfter().toInstant(),
                          Sha256.of(issued.certificate().getEncoded()))),
                  true,
                  Optional.empty()));
      assertThat(server.requests()).isZero();
    }
  }

  @Test
  void aCertificateThatIsNotTrustedIsShownAllTheSameAndNothingIsSent() throws Exception {
    Issued issued = authority.issue(Validity.NOW, "localhost");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      ServerInspection inspection = inspection(new Anchor.SystemAuthorities());
      Handshake handshake = inspection.handshake(server.address());
      assertThat(handshake.protocol()).isEmpty();
      assertThat(handshake.certificate())
          .hasValueSatisfying(met -> assertThat(met.sha256()).isEqualTo(certificateDigest(issued)));
      assertThat(handshake.refusal())
          .hasValueSatisfying(refusal ->
              assertThat(refusal.toString())
                  .contains(
                      "presents a certificate whose issuer isn't trusted",
                      "trust: [\"sha256:" + certificateDigest(issued) + "\"]"));
      assertThatThrownBy(() -> inspection.greet(server.address())).hasMessageContaining("GAR-0213");
      assertThat(server.requests()).isZero();
    }
  }

  private static Sha256 certificateDigest(Issued issued) {
    try {
      return Sha256.of(issued.certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anExpiredAndAMisnamedCertificateAreShownWithTheirRefusals() throws Exception {
    try (HttpsStandIn server = new HttpsStandIn(authority.issue(Validity.PAST, "localhost"))) {
      Handshake expired = inspection(bundle()).handshake(server.address());
      assertThat(expired.certificate()).isPresent();
      assertThat(expired.refusal().orElseThrow().code().label()).isEqualTo("GAR-0214");
    }
    try (HttpsStandIn server = new HttpsStandIn(authority.issue(Validity.NOW, "cm01"))) {
      Handshake misnamed = inspection(bundle()).handshake(server.address());
      assertThat(misnamed.certificate().orElseThrow().names()).containsExactly("cm01");
      assertThat(misnamed.refusal().orElseThrow().code().label()).isEqualTo("GAR-0216");
    }
  }

  @Test
  void theClocksAreComparedToTheSecond() throws Exception {
    try (HttpsStandIn server = new HttpsStandIn(authority.issue(Validity.NOW, "localhost"))) {
      InstantSource slow = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-10));
      Greeting greeting = inspection(slow, bundle()).greet(server.address());
      assertThat(greeting.status()).isEqualTo(200);
      assertThat(greeting.offers()).isEqualTo("nothing");
      assertThat(greeting.clock().orElseThrow().ahead())
          .isBetween(Duration.ofSeconds(590), Duration.ofSeconds(610));
    }
  }

  @Test
  void aClosedPortAndAnUnknownNameAreToldApart() throws Exception {
    int closed = OwnPorts.take();
    ServerInspection inspection = inspection(new Anchor.SystemAuthorities());
    assertThatThrownBy(() -> inspection.open(URI.create("https://127.0.0.1:" + closed + "/")))
        .isInstanceOf(TransportException.class)
        .hasMessage("the connection was refused");
    URI nowhere = URI.create("https://no-such-host.invalid/");
    assertThatThrownBy(() -> inspection.resolve(nowhere))
        .isInstanceOf(TransportException.class)
        .hasMessage("the name cannot be resolved");
    assertThat(ServerInspection.port(nowhere)).isEqualTo(443);
  }

  @Test
  void nothingIsAskedOverPlainHttpOfAnotherMachine() {
    ServerInspection inspection =
        inspection(InstantSource.fixed(Instant.EPOCH), new Anchor.SystemAuthorities());
    assertThatThrownBy(() -> inspection.greet(URI.create("http://cm01.contoso.example/")))
        .hasMessageContaining("GAR-0221");
  }
}
