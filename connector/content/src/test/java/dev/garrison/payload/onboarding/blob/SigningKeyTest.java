package dev.garrison.payload.onboarding.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keys of signers: those that are too short prove nothing, those that are too long take for ever.
 */
final class SigningKeyTest {
  private static X509Certificate certificate(PublicKey key) throws Exception {
    KeyPair issuer = KeyPairGenerator.getInstance("EC").generateKeyPair();
    X500Name name = new X500Name("CN=Signer");
    Date from = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
    Date to = Date.from(Instant.parse("2027-01-01T00:00:00Z"));
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(name, BigInteger.ONE, from, to, name, key)
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
  }

  /** A key of that many bits, which nobody can sign with. */
  private static X509Certificate rsa(int bits) throws Exception {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
    return certificate(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537))));
  }

  @ParameterizedTest
  @ValueSource(ints = {2048, 4096, 8192})
  void anRsaKeyOfAnOrdinaryLengthCounts(int bits) throws Exception {
    assertThat(SigningChain.key(rsa(bits)).getModulus().bitLength()).isEqualTo(bits);
  }

  @ParameterizedTest
  @ValueSource(ints = {2047, 8193})
  void anRsaKeyOfAnotherLengthDoesNot(int bits) throws Exception {
    X509Certificate certificate = rsa(bits);
    assertThatThrownBy(() -> SigningChain.key(certificate))
        .isInstanceOf(BlobException.class)
        .hasMessage(
            "\"Signer\" has an RSA key of %d bits, and only RSA keys of 2048 to 8192 bits are accepted"
                .formatted(bits));
  }

  @Test
  void noOtherKindOfKeyDoes() throws Exception {
    X509Certificate certificate =
        certificate(KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic());
    assertThatThrownBy(() -> SigningChain.key(certificate))
        .isInstanceOf(BlobException.class)
        .hasMessage(
            "\"Signer\" has a key of the type EC, and only RSA keys of 2048 to 8192 bits are accepted");
  }
}
