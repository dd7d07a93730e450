package dev.garrison.payload.onboarding.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.payload.judge.Authority;
import dev.garrison.payload.judge.Authority.Identity;
import dev.garrison.payload.judge.Authority.Shape;
import dev.garrison.payload.judge.Authority.Use;
import dev.garrison.payload.onboarding.blob.BlobException.Fault;
import dev.garrison.payload.onboarding.blob.SignerTrust.Standing;
import dev.garrison.payload.signer.CertificateFacts;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CriticalPoliciesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  /** It gets as far as the signer's name, which this one lacks. */
  @Test
  void anAuthorityWhosePoliciesAreCriticalAndHaveQualifiersCounts() throws Exception {
    Authority root = Authority.around(NOW, "Test Root");
    Identity signer =
        root.below("Test PCA", Shape.WITH_POLICIES)
            .certify("Seville.Windows.com", Use.CODE, NOW, 365);
    SigningChain chain =
        new SigningChain(
            SignerTrust.of(
                new KnownSigners(
                    Map.of(), Map.of(CertificateFacts.digest(root.root()), Standing.KNOWN)),
                List.of()));
    BlobException refusal =
        catchThrowableOfType(
            BlobException.class, () -> chain.prove(chain.read(encoded(signer.chain()))));

    assertThat(refusal.fault()).isEqualTo(Fault.UNEXPECTED_SIGNER);
    assertThat(refusal.chain())
        .extracting(CertificateFacts::name)
        .containsExactly("Seville.Windows.com", "Test PCA", "Test Root");
  }

  private static List<byte[]> encoded(List<X509Certificate> certificates)
      throws CertificateEncodingException {
    List<byte[]> all = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      all.add(certificate.getEncoded());
    }
    return all;
  }
}
