package dev.garrison.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.tls.Handshake;
import dev.garrison.connection.tls.ServerCertificate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.probe.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CertificateViewTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final Sha256 DIGEST = Sha256.of("certificate");

  private static Outcome outcome(Duration left) {
    ServerCertificate met =
        new ServerCertificate(
            "CN=cm01", "CN=Contoso Root", List.of("cm01"), NOW, NOW.plus(left), DIGEST);
    return new CertificateView(() -> NOW, List.of("trust: ["))
        .outcome(new Handshake(Optional.of("TLSv1.3"), Optional.of(met), true, Optional.empty()));
  }

  @Test
  void aCertificateThatIsValidForThirtyDaysPasses() {
    assertThat(outcome(Duration.ofDays(30)))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString(
            "CN=cm01, TLS 1.3\nissued by CN=Contoso Root, valid until 2026-12-24 (30 days)\nSHA-256 "
                + DIGEST);
  }

  @Test
  void aCertificateThatEndsBeforeIsAWarning() {
    assertThat(outcome(Duration.ofDays(30).minusSeconds(1)).problems())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "The certificate expires in 29 days. After that, Garrison rejects it in any case. Renew the certificate on that server. If the certificate is pinned, set the new SHA-256 in \"trust\" at the same time. [CERTIFICATE_ENDS_SOON GAR-0804]");
  }
}
