package dev.garrison.payload.sample;

import dev.garrison.digest.Sha256;
import dev.garrison.payload.onboarding.blob.KnownSigners;
import dev.garrison.payload.onboarding.blob.SignerTrust;
import dev.garrison.payload.onboarding.blob.SignerTrust.Standing;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
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

  /** Keys that were made; an RSA key takes a second. */
  private static final Map<Key, KeyPair> KEYS = new ConcurrentHashMap<>();

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
    return of(name, new Shape(signer, List.of(signer), signerEnds, 2048, 2048, "RSA"));
  }

  /**
   * What certificates look like.
   *
   * @param commonName of the signer
   * @param dnsNames of the signer
   * @param ends of the signer, 365 days after it began
   * @param signerBits size of its key
   * @param issuerBits size of its issuer's key
   * @param rootKey RSA or EC
   */
  public record Shape(
      String commonName,
      List<String> dnsNames,
      Instant ends,
      int signerBits,
      int issuerBits,
      String rootKey) {
    /** As Microsoft's are, with these names. */
    public static Shape of(String commonName, String... dnsNames) {
      return new Shape(
          commonName, List.of(dnsNames), Instant.parse("2026-06-01T00:00:00Z"), 2048, 2048, "RSA");
    }

    public Shape withKeys(int signer, int issuer, String root) {
      return new Shape(commonName, dnsNames, ends, signer, issuer, root);
    }
  }

  /** One of any shape. */
  public static SigningAuthority of(String name, Shape shape) {
    KeyPair rootKey =
        shape.rootKey().equals("EC") ? curve(name + " root") : key(name + " root", 2048);
    KeyPair issuerKey = key(name + " issuer", shape.issuerBits());
    KeyPair signerKey = key(name + " signer", shape.signerBits());
    String rootName = name + " Root Authority";
    String issuerName = name + " Issuing Authority";
    Subject root = new Subject(rootName, List.of(), rootKey, START, END, true);
    Subject issuer = new Subject(issuerName, List.of(), issuerKey, START, END, true);
    Subject leaf =
        new Subject(
            shape.commonName(),
            shape.dnsNames(),
            signerKey,
            shape.ends().minusSeconds(365 * 86_400L),
            shape.ends(),
            false);
    return new SigningAuthority(
        List.of(
            certificate(leaf, issuerName, issuerKey),
            certificate(issuer, rootName, rootKey),
            certificate(root, rootName, rootKey)),
        signerKey);
  }

  private record Subject(
      String name,
      List<String> dnsNames,
      KeyPair key,
      Instant from,
      Instant to,
      boolean authority) {}

  private record Key(String algorithm, String name, int bits) {
    private KeyPair pair() {
      try {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed(name.getBytes(StandardCharsets.UTF_8));
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits, random);
        return generator.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static KeyPair key(String name, int bits) {
    return KEYS.computeIfAbsent(new Key("RSA", name, bits), Key::pair);
  }

  private static KeyPair curve(String name) {
    return KEYS.computeIfAbsent(new Key("EC", name, 384), Key::pair);
  }

  private static X509Certificate certificate(Subject subject, String issuer, KeyPair issuerKey) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Principal("CN=" + issuer + ", O=Contoso"),
              new BigInteger(
                  1,
                  Sha256.of(subject.name())
                      .hex()
                      .substring(0, 16)
                      .getBytes(StandardCharsets.US_ASCII)),
              Date.from(subject.from()),
              Date.from(subject.to()),
              new X500Principal("CN=" + subject.name() + ", O=Contoso"),
              subject.key().getPublic());
      builder.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(subject.authority()));
      if (!subject.dnsNames().isEmpty()) {
        builder.addExtension(Extension.subjectAlternativeName, false, names(subject.dnsNames()));
      }
      String algorithm =
          issuerKey.getPrivate().getAlgorithm().equals("EC") ? "SHA384withECDSA" : "SHA256withRSA";
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(algorithm).build(issuerKey.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new AssertionError(e);
    }
  }

  private static GeneralNames names(List<String> dnsNames) {
    return new GeneralNames(
        dnsNames.stream()
            .map(name -> new GeneralName(GeneralName.dNSName, name))
            .toArray(GeneralName[]::new));
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

  /** By RSASSA-PSS, with SHA-256 and a salt of 32 bytes, as the third signature of a blob. */
  public byte[] signPss(String text) {
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      signature.initSign(key.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Trusted like Microsoft's roots are, for the signers of Microsoft's packages. */
  public SignerTrust known() {
    return SignerTrust.of(
        new KnownSigners(KnownSigners.packed().names(), Map.of(root(), Standing.KNOWN)), List.of());
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
