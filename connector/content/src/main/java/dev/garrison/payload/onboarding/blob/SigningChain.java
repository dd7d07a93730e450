package dev.garrison.payload.onboarding.blob;

import dev.garrison.language.Text;
import dev.garrison.payload.onboarding.blob.BlobException.Fault;
import dev.garrison.payload.onboarding.blob.SignerTrust.Vouched;
import dev.garrison.payload.signer.CertificateFacts;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Certificate chain from the signer to a root whose digest is pinned. The chain must have been
 * valid on the day that the signer's certificate began; that certificates have expired since is not
 * a fault, because packages outlive them. The key usage is not checked: they are TLS certificates.
 * Nothing is requested over the network, so a revoked certificate is not noticed.
 */
final class SigningChain {
  private static final int SMALLEST_KEY = 2048;
  private static final int LARGEST_KEY = 8192;

  private final SignerTrust trust;

  SigningChain(SignerTrust trust) {
    this.trust = trust;
  }

  /** Certificates as they were received, none proven. */
  record Read(List<X509Certificate> certificates) {
    X509Certificate signer() {
      return certificates.getFirst();
    }
  }

  /**
   * The signer.
   *
   * @param chain the signer first, the trusted root last
   * @param vouched the reason why the signer counts
   */
  record Signer(List<CertificateFacts> chain, Vouched vouched) {}

  Read read(List<byte[]> encoded) throws BlobException {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (byte[] der : encoded) {
        ByteArrayInputStream stream = new ByteArrayInputStream(der);
        certificates.add((X509Certificate) factory.generateCertificate(stream));
        if (stream.available() > 0) {
          throw new CertificateException("bytes after the certificate");
        }
      }
    } catch (CertificateException e) {
      throw new BlobException(Fault.UNREADABLE, Text.of("blob.certificate-unreadable"), e);
    }
    return new Read(certificates);
  }

  /** Proves the signer, if its certificates are intact and the signer counts. */
  Signer prove(Read read) throws BlobException {
    List<List<X509Certificate>> ways = new ArrayList<>();
    climb(List.of(read.signer()), read.certificates().subList(1, read.certificates().size()), ways);
    List<List<X509Certificate>> known =
        ways.stream()
            .filter(way -> way.size() > 1 && trust.knows(CertificateFacts.digest(way.getLast())))
            .toList();
    if (known.isEmpty()) {
      throw unknown(ways.stream().max(Comparator.comparingInt(List::size)).orElseThrow());
    }
    List<Signer> signers = new ArrayList<>();
    List<BlobException> refusals = new ArrayList<>();
    for (List<X509Certificate> way : known) {
      try {
        signers.add(judged(way));
      } catch (BlobException refusal) {
        refusals.add(refusal);
      }
    }
    // Where authorities certify one another several ways lead up: the surest counts.
    Optional<Signer> surest =
        signers.stream().min(Comparator.comparing(signer -> signer.vouched().standing()));
    if (surest.isPresent()) {
      return surest.get();
    }
    throw refusals.stream().max(Comparator.comparing(BlobException::fault)).orElseThrow();
  }

  private Signer judged(List<X509Certificate> way) throws BlobException {
    validate(way);
    List<CertificateFacts> facts = facts(way);
    return trust
        .vouches(facts.getLast().sha256(), CertificateFacts.dnsNames(way.getFirst()))
        .map(vouched -> new Signer(facts, vouched))
        .orElseThrow(() ->
            new BlobException(
                Fault.UNEXPECTED_SIGNER, signer(facts.getFirst(), facts.getLast()), facts));
  }

  /** Failure of an intact chain that ends below no root that counts. */
  private static BlobException unknown(List<X509Certificate> way) throws BlobException {
    List<CertificateFacts> facts = facts(way);
    if (way.size() < 2) {
      return new BlobException(
          Fault.UNTRUSTED, Text.of("blob.issuer-missing", "signer", facts.getFirst().name()));
    }
    validate(way);
    return new BlobException(
        Fault.UNKNOWN_ROOT, Text.of("blob.root-unknown", "root", facts.getLast().name()), facts);
  }

  private static Text signer(CertificateFacts signer, CertificateFacts root) {
    return signer.dnsNames().isEmpty()
        ? Text.of("blob.signer-without-name", "root", root.name())
        : Text.of("blob.signer-unexpected", "names", signer.dnsNames(), "root", root.name());
  }

  private static List<CertificateFacts> facts(List<X509Certificate> way) {
    return way.stream().map(CertificateFacts::of).toList();
  }

  /** Collects every path upward by names to a root that counts, or to its last certificate. */
  private void climb(
      List<X509Certificate> way, List<X509Certificate> left, List<List<X509Certificate>> ways) {
    X509Certificate last = way.getLast();
    List<X509Certificate> issuers =
        last.getSubjectX500Principal().equals(last.getIssuerX500Principal())
            ? List.of()
            : left.stream()
                .filter(
                    next -> next.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                .toList();
    if (issuers.isEmpty() || trust.knows(CertificateFacts.digest(last))) {
      ways.add(way);
    }
    for (X509Certificate issuer : issuers) {
      List<X509Certificate> on = new ArrayList<>(way);
      on.add(issuer);
      List<X509Certificate> others = new ArrayList<>(left);
      others.remove(issuer);
      climb(on, others, ways);
    }
  }

  private static void validate(List<X509Certificate> way) throws BlobException {
    for (X509Certificate certificate : way) {
      key(certificate);
    }
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(way.getLast(), null)));
      parameters.setRevocationEnabled(false);
      parameters.setPolicyQualifiersRejected(false);
      parameters.setDate(way.getFirst().getNotBefore());
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509")
                  .generateCertPath(way.subList(0, way.size() - 1)),
              parameters);
    } catch (GeneralSecurityException e) {
      throw new BlobException(Fault.UNTRUSTED, Text.of("blob.chain-broken"), e);
    }
  }

  /** The key of a certificate, if it is of the only kind that has signed packages. */
  static RSAPublicKey key(X509Certificate certificate) throws BlobException {
    if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      if (bits >= SMALLEST_KEY && bits <= LARGEST_KEY) {
        return rsa;
      }
      throw weak(certificate, Text.of("blob.key-rsa", "bits", String.valueOf(bits)));
    }
    throw weak(
        certificate,
        Text.of("blob.key-other", "algorithm", certificate.getPublicKey().getAlgorithm()));
  }

  private static BlobException weak(X509Certificate certificate, Text key) {
    return new BlobException(
        Fault.UNTRUSTED,
        Text.of(
            "blob.key-unusable",
            "certificate",
            CertificateFacts.of(certificate).name(),
            "key",
            key,
            "smallest",
            String.valueOf(SMALLEST_KEY),
            "largest",
            String.valueOf(LARGEST_KEY)));
  }
}
