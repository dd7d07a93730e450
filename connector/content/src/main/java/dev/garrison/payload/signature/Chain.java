package dev.garrison.payload.signature;

import dev.garrison.language.Text;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Certificate chain from a certificate to a trusted root. Found one issuer at a time, so that a
 * large number of certificates costs no more than their number.
 *
 * @param certificates from the signer's on, without the root
 */
record Chain(List<X509Certificate> certificates, TrustedRoot root) {
  private static final int MOST_LINKS = 6;
  private static final String ANY_USAGE = "2.5.29.37.0";
  private static final String LIFETIME_SIGNING = "1.3.6.1.4.1.311.10.3.13";
  private static final int SMALLEST_RSA_KEY = 2048;
  private static final int SMALLEST_CURVE = 256;

  Chain {
    certificates = List.copyOf(certificates);
  }

  /** Finds the chain whose signatures match, regardless of when it was valid. */
  static Optional<Chain> find(
      X509Certificate from, List<X509Certificate> others, TrustedPublishers trust) {
    List<X509Certificate> way = new ArrayList<>(List.of(from));
    while (way.size() <= MOST_LINKS) {
      X509Certificate last = way.getLast();
      for (TrustedRoot root : trust.roots()) {
        if (issued(root.certificate(), last)) {
          return Optional.of(new Chain(way, root));
        }
      }
      Optional<X509Certificate> issuer =
          others.stream().filter(other -> !way.contains(other) && issued(other, last)).findFirst();
      if (issuer.isEmpty()) {
        return Optional.empty();
      }
      way.add(issuer.get());
    }
    return Optional.empty();
  }

  /** The certificates upward from one: to the trusted root, or as far as the others lead. */
  static List<X509Certificate> upwards(
      X509Certificate from, List<X509Certificate> others, TrustedPublishers trust) {
    List<X509Certificate> way = new ArrayList<>();
    Optional<Chain> trusted = find(from, others, trust);
    if (trusted.isPresent()) {
      way.addAll(trusted.get().certificates());
      way.add(trusted.get().root().certificate());
      return way;
    }
    Optional<X509Certificate> next = Optional.of(from);
    while (next.isPresent() && way.size() <= MOST_LINKS) {
      X509Certificate last = next.get();
      way.add(last);
      next =
          others.stream().filter(other -> !way.contains(other) && issued(other, last)).findFirst();
    }
    return way;
  }

  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException notByThisKey) {
      return false;
    }
  }

  /**
   * Reason why the chain was not valid at that time (RFC 5280, without revocation), if it was not.
   */
  Optional<String> problem(Instant at) {
    try {
      PKIXParameters parameters =
          new PKIXParameters(Set.of(new TrustAnchor(root.certificate(), null)));
      parameters.setRevocationEnabled(false);
      // Microsoft Time-Stamp PCA 2010 has such policies, and nothing here asks for one.
      parameters.setPolicyQualifiersRejected(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(certificates), parameters);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (CertificateException | InvalidAlgorithmParameterException e) {
      return Optional.of("its certificates cannot be read");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has PKIX", e);
    }
  }

  /** Problem with the first key in the chain that is too weak, including the root's. */
  Optional<Text> weakKey() {
    return Stream.concat(certificates.stream(), Stream.of(root.certificate()))
        .flatMap(certificate -> weakness(certificate).stream())
        .findFirst();
  }

  private static Optional<Text> weakness(X509Certificate certificate) {
    Text name = DistinguishedName.spoken(certificate.getSubjectX500Principal());
    return switch (certificate.getPublicKey()) {
      case RSAPublicKey rsa -> tooShort(name, rsa.getModulus().bitLength(), SMALLEST_RSA_KEY);
      case ECPublicKey curve ->
          tooShort(name, curve.getParams().getOrder().bitLength(), SMALLEST_CURVE);
      case PublicKey other ->
          Optional.of(
              Text.of("signature.key-kind", "name", name, "algorithm", other.getAlgorithm()));
    };
  }

  private static Optional<Text> tooShort(Text name, int bits, int smallest) {
    return bits >= smallest
        ? Optional.empty()
        : Optional.of(
            Text.of(
                "signature.key-short",
                "name",
                name,
                "bits",
                String.valueOf(bits),
                "smallest",
                String.valueOf(smallest)));
  }

  /**
   * Whether signatures by the first certificate expire with it, regardless of timestamps. This is
   * lifetime signing in <a
   * href="https://download.microsoft.com/download/9/c/5/9c5b2167-8017-4bae-9fde-d599bac8184a/Authenticode_PE.docx">Windows
   * Authenticode Portable Executable Signature Format</a>.
   */
  boolean forItsLifetime() {
    try {
      List<String> usages = certificates.getFirst().getExtendedKeyUsage();
      return usages != null && usages.contains(LIFETIME_SIGNING);
    } catch (CertificateException unreadable) {
      // Then it serves nothing at all.
      return false;
    }
  }

  /** Time at which the first of its certificates expires. */
  Instant ends() {
    return certificates.stream()
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Whether every certificate was within its validity period at this time. */
  boolean withinTime(Instant at) {
    return certificates.stream()
        .allMatch(certificate ->
            !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant()));
  }

  /**
   * Whether the chain may be used for this purpose. The first certificate must list it, and no
   * other that limits its use may omit it.
   */
  boolean serves(String usage) {
    try {
      List<String> first = certificates.getFirst().getExtendedKeyUsage();
      if (first == null || !first.contains(usage)) {
        return false;
      }
      for (X509Certificate certificate : certificates) {
        List<String> usages = certificate.getExtendedKeyUsage();
        if (usages != null && !usages.contains(usage) && !usages.contains(ANY_USAGE)) {
          return false;
        }
      }
      return true;
    } catch (CertificateException unreadable) {
      return false;
    }
  }
}
