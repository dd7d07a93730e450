package dev.garrison.payload.signer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

final class CertificateFactsTest {
  /** A campaign found such a certificate; Java reads it, and its names then fail when asked. */
  @Test
  void aNameOfWhichOnePartIsEmptyIsToldByTheOthers() throws Exception {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new DERSet());
    parts.add(new X500Name("CN=Somebody").getRDNs()[0]);

    assertThat(CertificateFacts.of(named(X500Name.getInstance(new DERSequence(parts)))).name())
        .isEqualTo("Somebody");
  }

  private static X509Certificate named(X500Name name) throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    Date now = Date.from(Instant.parse("2026-11-24T00:00:00Z"));
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    new X500Name("CN=Issuer"), BigInteger.ONE, now, now, name, keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
  }
}
