package dev.garrison.servers;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** An authority that exists for one test, and the certificates it issues. */
public final class TestAuthority {
  private static final AtomicLong SERIAL = new AtomicLong(1);

  private final X500Name name;
  private final KeyPair keys;
  private final List<X509Certificate> chain;
  private final String signature;

  private TestAuthority(
      X500Name name, KeyPair keys, List<X509Certificate> chain, String signature) {
    this.name = name;
    this.keys = keys;
    this.chain = chain;
    this.signature = signature;
  }

  /**
   * What a server needs to show a certificate.
   *
   * @param chain the server's certificate, then its issuers'
   */
  public record Issued(KeyPair keys, List<X509Certificate> chain) {
    public X509Certificate certificate() {
      return chain.getFirst();
    }

    /** Certificate and key in one file, as Apache and Python take them. */
    public Path write(Path file) throws IOException {
      return writePem(
          file, certificate(), new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }
  }

  /**
   * When a certificate is valid.
   *
   * @param from counted from now
   * @param to counted from now
   */
  public record Validity(Duration from, Duration to) {
    public static final Validity NOW = new Validity(Duration.ofDays(-1), Duration.ofDays(30));
    public static final Validity PAST = new Validity(Duration.ofDays(-30), Duration.ofDays(-1));
    public static final Validity FUTURE = new Validity(Duration.ofDays(1), Duration.ofDays(30));
  }

  /** An authority that is valid now. */
  public static TestAuthority create(String commonName) {
    return create(commonName, Validity.NOW, "SHA256withECDSA");
  }

  /** An authority whose certificates are signed in this way. */
  public static TestAuthority create(String commonName, Validity validity, String signature) {
    X500Name name = new X500Name("CN=" + commonName);
    KeyPair keys = keys();
    X509Certificate own = sign(authority(builder(name, name, keys, validity)), keys, signature);
    return new TestAuthority(name, keys, List.of(own), signature);
  }

  /** An authority below this one. */
  public TestAuthority subordinate(String commonName, Validity validity) {
    X500Name its = new X500Name("CN=" + commonName);
    KeyPair own = keys();
    X509Certificate certificate =
        sign(authority(builder(name, its, own, validity)), keys, signature);
    return new TestAuthority(its, own, with(certificate), signature);
  }

  private List<X509Certificate> with(X509Certificate first) {
    return Stream.concat(Stream.of(first), chain.stream()).toList();
  }

  private static X509v3CertificateBuilder authority(X509v3CertificateBuilder builder) {
    try {
      return builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A certificate for a server of these names, or addresses. */
  public Issued issue(Validity validity, String... servers) {
    KeyPair own = keys();
    X509v3CertificateBuilder builder =
        builder(name, new X500Name("CN=" + servers[0]), own, validity);
    try {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              Stream.of(servers)
                  .map(server ->
                      new GeneralName(
                          Character.isDigit(server.charAt(0))
                              ? GeneralName.iPAddress
                              : GeneralName.dNSName,
                          server))
                  .toArray(GeneralName[]::new)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new Issued(own, with(sign(builder, keys, signature)));
  }

  /** The authority's own certificate in a PEM file. */
  public Path write(Path file) throws IOException {
    return writePem(file, chain.getFirst());
  }

  static Path writePem(Path file, Object... objects) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (Object object : List.of(objects)) {
        writer.writeObject(object);
      }
    }
    return Files.writeString(file, text.toString());
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair keys, Validity validity) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        issuer,
        BigInteger.valueOf(SERIAL.getAndIncrement()),
        Date.from(now.plus(validity.from())),
        Date.from(now.plus(validity.to())),
        subject,
        keys.getPublic());
  }

  private static X509Certificate sign(
      X509v3CertificateBuilder builder, KeyPair signer, String signature) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(signature).build(signer.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }
}
