package dev.garrison.payload.judge;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierId;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.asn1.x509.UserNotice;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for one test, with keys that nobody keeps. */
public final class Authority {
  private static final KeyPurposeId LIFETIME_SIGNING =
      KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.4.1.311.10.3.13"));
  private static final AtomicLong SERIAL = new AtomicLong(1000);
  private static final PolicyInformation POLICY =
      new PolicyInformation(
          new ASN1ObjectIdentifier("1.3.6.1.4.1.311.46.3"),
          new DERSequence(
              new PolicyQualifierInfo(
                  PolicyQualifierId.id_qt_unotice,
                  new UserNotice(null, "A made-up policy, binding nobody"))));

  /**
   * A certificate and its key.
   *
   * @param chain the certificate first, then its issuers up to the root
   */
  public record Identity(KeyPair keys, List<X509Certificate> chain) {
    public Identity {
      chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
      return chain.getFirst();
    }

    /** Key and chain as two PEM files; the first answer is the key. */
    public List<Path> write(Path folder, String name) throws IOException, CertificateException {
      StringBuilder certificates = new StringBuilder();
      for (X509Certificate certificate : chain) {
        certificates.append(pem(certificate));
      }
      return List.of(
          Files.writeString(
              folder.resolve(name + ".key"), pem("PRIVATE KEY", keys.getPrivate().getEncoded())),
          Files.writeString(folder.resolve(name + ".pem"), certificates));
    }
  }

  /** What a certificate may be used for. */
  public enum Use {
    CODE,
    /** Code, whose signatures end with the certificate whatever timestamp they have. */
    CODE_FOR_ITS_LIFETIME,
    TIME,
    SERVER;

    private KeyPurposeId[] purposes() {
      return switch (this) {
        case CODE -> new KeyPurposeId[] {KeyPurposeId.id_kp_codeSigning};
        case CODE_FOR_ITS_LIFETIME ->
            new KeyPurposeId[] {KeyPurposeId.id_kp_codeSigning, LIFETIME_SIGNING};
        case TIME -> new KeyPurposeId[] {KeyPurposeId.id_kp_timeStamping};
        case SERVER -> new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth};
      };
    }
  }

  /**
   * What certificates differ in besides names and times.
   *
   * @param bits of its RSA key
   * @param policies whether it has critical policies with a qualifier, as Microsoft Time-Stamp PCA
   *     2010 has
   */
  public record Shape(int bits, boolean policies) {
    public static final Shape USUAL = new Shape(2048, false);
    public static final Shape WITH_POLICIES = new Shape(2048, true);
    public static final Shape SHORT_KEY = new Shape(1024, false);
  }

  private final Identity identity;

  private Authority(Identity identity) {
    this.identity = identity;
  }

  /** A root that is valid around that time, for 20 years. */
  public static Authority around(Instant time, String name) throws Exception {
    return around(time, name, Shape.USUAL);
  }

  public static Authority around(Instant time, String name, Shape shape) throws Exception {
    Instant from = time.minus(3650, ChronoUnit.DAYS);
    return new Authority(
        issue(new Request(name, Optional.empty(), from, 7300, shape), Optional.empty()));
  }

  /** An authority that this one certified, for as long as itself. */
  public Authority below(String name, Shape shape) throws Exception {
    Instant from = identity.certificate().getNotBefore().toInstant();
    return new Authority(
        issue(new Request(name, Optional.empty(), from, 7300, shape), Optional.of(identity)));
  }

  /** The last certificate of its chain. */
  public X509Certificate root() {
    return identity.chain().getLast();
  }

  /** The root as a PEM file. */
  public Path writeRoot(Path folder) throws IOException, CertificateException {
    return Files.writeString(folder.resolve("root.pem"), pem(root()));
  }

  /** Somebody certified for so many days from then. */
  public Identity certify(String name, Use use, Instant from, int days) throws Exception {
    return certify(name, use, from, days, Shape.USUAL);
  }

  public Identity certify(String name, Use use, Instant from, int days, Shape shape)
      throws Exception {
    return issue(new Request(name, Optional.of(use), from, days, shape), Optional.of(identity));
  }

  private record Request(String name, Optional<Use> use, Instant from, int days, Shape shape) {}

  private static Identity issue(Request request, Optional<Identity> issuer)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    KeyPair keys = keys(request.shape().bits());
    List<X509Certificate> chain = new ArrayList<>(List.of(certificate(request, keys, issuer)));
    issuer.ifPresent(above -> chain.addAll(above.chain()));
    return new Identity(keys, chain);
  }

  private static X509Certificate certificate(
      Request request, KeyPair keys, Optional<Identity> issuer)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    X500Name subject = new X500Name("CN=" + request.name() + ",O=Test");
    X500Name by =
        issuer
            .map(identity ->
                X500Name.getInstance(identity.certificate().getSubjectX500Principal().getEncoded()))
            .orElse(subject);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            by,
            BigInteger.valueOf(SERIAL.incrementAndGet()),
            Date.from(request.from()),
            Date.from(request.from().plus(request.days(), ChronoUnit.DAYS)),
            subject,
            keys.getPublic());
    builder.addExtension(
        Extension.basicConstraints, true, new BasicConstraints(request.use().isEmpty()));
    if (request.use().isPresent()) {
      builder.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(request.use().get().purposes()));
    } else {
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }
    if (request.shape().policies()) {
      builder.addExtension(Extension.certificatePolicies, true, new CertificatePolicies(POLICY));
    }
    KeyPair signing = issuer.map(Identity::keys).orElse(keys);
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withRSA").build(signing.getPrivate())));
  }

  private static KeyPair keys(int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  /** The certificate in PEM form. */
  public static String pem(X509Certificate certificate) throws CertificateException {
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  private static String pem(String what, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, body, what);
  }
}
