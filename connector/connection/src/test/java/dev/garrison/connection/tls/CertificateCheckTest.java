package dev.garrison.connection.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.digest.Sha256;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Issued;
import dev.garrison.servers.TestAuthority.Validity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which certificate of a server is accepted, without a server. */
final class CertificateCheckTest {
  private static final TestAuthority AUTHORITY = TestAuthority.create("Contoso Root");
  private static final Trust.Anchor OTHER = new Trust.Anchor.Pin(Sha256.of("another certificate"));

  @TempDir private Path folder;

  private Trust.Anchor root = OTHER;

  @BeforeEach
  void write() throws IOException {
    root = new Trust.Anchor.CertificateFile(AUTHORITY.write(folder.resolve("root.pem")));
  }

  private static Trust.Anchor pin(Issued issued) throws CertificateException {
    return new Trust.Anchor.Pin(CertificateRefusal.digest(issued.certificate()));
  }

  private static void check(Issued issued, Trust.Anchor... anchors) throws CertificateException {
    TlsSettings.check(new Trust(List.of(anchors)))
        .checkServerTrusted(
            issued.chain().toArray(X509Certificate[]::new),
            "UNKNOWN",
            new ShownCertificate("localhost", 8531));
  }

  private static String refusal(Issued issued, Trust.Anchor... anchors) {
    return catchThrowableOfType(CertificateRefusal.class, () -> check(issued, anchors))
        .diagnostic()
        .toString();
  }

  private static String met(Issued issued) throws CertificateException {
    return new CertificateRefusal.Shown("localhost:8531", issued.certificate())
        .described()
        .toString();
  }

  private static String line(Issued issued) throws CertificateException {
    return "trust: [\"sha256:" + CertificateRefusal.digest(issued.certificate()) + "\"]";
  }

  @Test
  void aCertificateOfATrustedAuthorityForThisNameIsAccepted() {
    Issued issued = AUTHORITY.issue(Validity.NOW, "localhost");
    assertThatCode(() -> check(issued, root)).doesNotThrowAnyException();
    assertThatCode(() -> check(issued, OTHER, root)).doesNotThrowAnyException();
  }

  @Test
  void aPinnedCertificateMayBeForAnotherName() {
    Issued issued = AUTHORITY.issue(Validity.NOW, "cm01.contoso.example");
    assertThatCode(() -> check(issued, pin(issued))).doesNotThrowAnyException();
  }

  @Test
  void anotherCertificateThanThePinnedOneIsRefused() throws CertificateException {
    Issued issued = AUTHORITY.issue(Validity.NOW, "localhost");
    assertThat(refusal(issued, OTHER))
        .isEqualTo(
            "localhost:8531 presents a certificate that isn't the pinned one: %s. If the certificate was renewed, compare the SHA-256 with the certificate on that server, and write %s. Otherwise, another system may be intercepting the connection. [CERTIFICATE_NOT_PINNED GAR-0217]"
                .formatted(met(issued), line(issued)));
  }

  @Test
  void aCertificateThatHasExpiredIsRefusedEvenWhenItIsPinned() throws CertificateException {
    Issued issued = AUTHORITY.issue(Validity.PAST, "localhost");
    assertThat(refusal(issued, pin(issued)))
        .isEqualTo(
            "localhost:8531 presents a certificate that has expired: %s. Renew the certificate on that server, and compare the clocks. Garrison never accepts an expired certificate. [CERTIFICATE_EXPIRED GAR-0214]"
                .formatted(met(issued)));
  }

  @Test
  void aCertificateOfTomorrowIsRefusedEvenWhenItIsPinned() throws CertificateException {
    Issued issued = AUTHORITY.issue(Validity.FUTURE, "localhost");
    assertThat(refusal(issued, pin(issued)))
        .isEqualTo(
            "localhost:8531 presents a certificate that isn't valid yet: %s. Compare the clocks of that server, of its certification authority, and of this computer. [CERTIFICATE_NOT_YET_VALID GAR-0215]"
                .formatted(met(issued)));
  }

  @Test
  void aCertificateForAnotherNameIsRefused() throws CertificateException {
    Issued issued = AUTHORITY.issue(Validity.NOW, "cm01.contoso.example", "cm01");
    assertThat(refusal(issued, root))
        .isEqualTo(
            "localhost:8531 presents a certificate for cm01, cm01.contoso.example: %s. Use one of those names in the address. Or compare the SHA-256 with the certificate on that server, and if both are the same, trust exactly that certificate with %s. [CERTIFICATE_OF_OTHER_NAME GAR-0216]"
                .formatted(met(issued), line(issued)));
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused() throws CertificateException {
    Issued issued = TestAuthority.create("Fabrikam Root").issue(Validity.NOW, "localhost");
    assertThat(refusal(issued, root))
        .isEqualTo(
            "localhost:8531 presents a certificate whose issuer isn't trusted: %s. Compare the SHA-256 with the certificate on that server. If both are the same, trust exactly that certificate with %s, or specify the issuer's certificate as a PEM file with trust: [issuer.pem]. [CERTIFICATE_UNTRUSTED GAR-0213]"
                .formatted(met(issued), line(issued)));
  }

  @Test
  void aServerWithoutItsNameIsRefused() throws CertificateException {
    Issued issued = AUTHORITY.issue(Validity.NOW, "localhost");
    CertificateCheck check = TlsSettings.check(new Trust(List.of(pin(issued))));
    X509Certificate[] chain = issued.chain().toArray(X509Certificate[]::new);
    assertThatThrownBy(() -> check.checkServerTrusted(chain, "UNKNOWN"))
        .isInstanceOf(CertificateException.class)
        .hasMessage("a server is checked together with its name");
  }
}
