package dev.garrison.payload.sample;

import dev.garrison.digest.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A root, an issuing authority and a signer, like those of Microsoft's onboarding packages. Each
 * name gives the same keys every time, so that a fuzzed input can be made again.
 */
public final class SigningAuthority {
  public static final String SIGNER = "Seville.Windows.com";
  private static final Instant START = Instant.parse("2011-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2056-01-01T00:00:00Z");

  private final List<X509Certificate> chain;
  private final KeyPair key;

  private SigningAuthority(List<X509Certificate> chain, KeyPair key) {
    this.chain = List.copyOf(chain);
    this.key = key;
  }

  /** One whose signer is valid from 2025-06-01 to 2026-06-01. */
  public static SigningAuthority named(String name) {
    return named(name, SIGNER, Instant.parse("2026-06-01T00:00:00Z"));
  }

  /**
   * Any other.
   *
   * @param signerEnds its certificate begins 365 days before
   */
  public static SigningAuthority named(String name, String signer, Instant signerEnds) {
    KeyPair rootKey = key(name + " root");
    KeyPair issuerKey = key(name + " issuer");
    KeyPair signerKey = key(name + " signer");
    String rootName = name + " Root Authority";
    String issuerName = name + " Issuing Authority";
    X509Certificate root = certificate(rootName, rootKey, rootName, rootKey, START, END, true);
    X509Certificate issuer =
        certificate(issuerName, issuerKey, rootName, rootKey, START, END, true);
    X509Certificate leaf =
        certificate(
            signer,
            signerKey,
            issuerName,
            issuerKey,
            signerEnds.minusSeconds(365 * 86_400L),
            signerEnds,
            false);
    return new SigningAuthority(List.of(leaf, issuer, root), signerKey);
  }

  private static KeyPair key(String name) {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(name.getBytes(StandardCharsets.UTF_8));
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static X509Certificate certificate(
      String subject,
      KeyPair subjectKey,
      String issuer,
      KeyPair issuerKey,
      Instant from,
      Instant to,
      boolean authority) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              new JcaX509v3CertificateBuilder(
                      new X500Principal("CN=" + issuer + ", O=Contoso"),
                      new BigInteger(
                          1,
                          Sha256.of(subject)
                              .hex()
                              .substring(0, 16)
                              .getBytes(StandardCharsets.US_ASCII)),
                      Date.from(from),
                      Date.from(to),
                      new X500Principal("CN=" + subject + ", O=Contoso"),
                      subjectKey.getPublic())
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                  .build(
                      new JcaContentSignerBuilder("SHA256withRSA").build(issuerKey.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new AssertionError(e);
    }
  }

  /** The signer's certificate first, the root last. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** By which the root is trusted. */
  public Sha256 root() {
    try {
      return Sha256.of(chain.getLast().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** In the order of bytes that CryptoAPI uses: the reverse. */
  public byte[] sign(String algorithm, String text) {
    byte[] straight = signStraight(algorithm, text);
    byte[] reversed = new byte[straight.length];
    for (int i = 0; i < straight.length; i++) {
      reversed[i] = straight[straight.length - 1 - i];
    }
    return reversed;
  }

  /** In the order that everybody else uses. */
  public byte[] signStraight(String algorithm, String text) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The root as a certificate file. */
  public String pem() {
    return "-----BEGIN CERTIFICATE-----\n"
        + encoded().getLast().replaceAll("(.{64})(?!$)", "$1\n")
        + "\n-----END CERTIFICATE-----\n";
  }

  /** Certificates as a blob carries them. */
  List<String> encoded() {
    return chain.stream()
        .map(certificate -> {
          try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
          } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
          }
        })
        .toList();
  }
}
