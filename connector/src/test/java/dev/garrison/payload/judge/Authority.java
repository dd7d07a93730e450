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
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for one test, with keys that nobody keeps. */
public final class Authority {
  private static final AtomicLong SERIAL = new AtomicLong(1000);

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
        certificates.append(pem("CERTIFICATE", certificate.getEncoded()));
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
    TIME,
    SERVER;

    private KeyPurposeId purpose() {
      return switch (this) {
        case CODE -> KeyPurposeId.id_kp_codeSigning;
        case TIME -> KeyPurposeId.id_kp_timeStamping;
        case SERVER -> KeyPurposeId.id_kp_serverAuth;
      };
    }
  }

  private final Identity root;

  private Authority(Identity root) {
    this.root = root;
  }

  /** A root that is valid around that time, for 20 years. */
  public static Authority around(Instant time, String name) throws Exception {
    KeyPair keys = keys();
    X509Certificate certificate =
        certificate(
            new Request(name, Optional.empty(), keys, time.minus(3650, ChronoUnit.DAYS), 7300),
            Optional.empty());
    return new Authority(new Identity(keys, List.of(certificate)));
  }

  public X509Certificate root() {
    return root.certificate();
  }

  /** The root as a PEM file. */
  public Path writeRoot(Path folder) throws IOException, CertificateException {
    return Files.writeString(
        folder.resolve("root.pem"), pem("CERTIFICATE", root.certificate().getEncoded()));
  }

  /** Somebody certified for so many days from then. */
  public Identity certify(String name, Use use, Instant from, int days) throws Exception {
    KeyPair keys = keys();
    X509Certificate certificate =
        certificate(new Request(name, Optional.of(use), keys, from, days), Optional.of(root));
    return new Identity(keys, List.of(certificate, root.certificate()));
  }

  private record Request(String name, Optional<Use> use, KeyPair keys, Instant from, int days) {}

  private static X509Certificate certificate(Request request, Optional<Identity> issuer)
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
            request.keys().getPublic());
    builder.addExtension(
        Extension.basicConstraints, true, new BasicConstraints(request.use().isEmpty()));
    if (request.use().isPresent()) {
      builder.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(request.use().get().purpose()));
    } else {
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }
    KeyPair signing = issuer.map(Identity::keys).orElse(request.keys());
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withRSA").build(signing.getPrivate())));
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static String pem(String what, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, body, what);
  }
}
