package dev.garrison.payload.onboarding.blob;

import dev.garrison.payload.onboarding.blob.BlobException.Fault;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * From the signer to a root whose digest is pinned. The chain must have been valid on the day that
 * the signer's certificate began; that certificates have ended since is no fault, because packages
 * outlive them. Nothing is asked on the network, so a revoked certificate is not noticed.
 */
final class SigningChain {
  private final SignerTrust trust;

  SigningChain(SignerTrust trust) {
    this.trust = trust;
  }

  /** Certificates as they came, none proven. */
  record Read(List<X509Certificate> certificates) {
    X509Certificate signer() {
      return certificates.getFirst();
    }
  }

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
      throw new BlobException(Fault.UNREADABLE, "a certificate in it cannot be read", e);
    }
    return new Read(certificates);
  }

  /** The facts of each certificate, the signer first, the trusted root last. */
  List<CertificateFacts> prove(Read read) throws BlobException {
    List<X509Certificate> chain = ordered(read.certificates());
    try {
      List<CertificateFacts> facts = new ArrayList<>();
      for (X509Certificate certificate : chain) {
        facts.add(CertificateFacts.of(certificate));
      }
      CertificateFacts root = facts.getLast();
      if (chain.size() < 2 || !trust.trusts(root.sha256())) {
        throw new BlobException(
            Fault.UNTRUSTED,
            "'%s' signed it, and its certificates end at '%s' (SHA-256 %s), which is not trusted"
                .formatted(facts.getFirst().name(), root.name(), root.sha256()));
      }
      validate(chain);
      if (!trust.accepts(root.sha256(), facts.getFirst().name())) {
        throw new BlobException(
            Fault.UNEXPECTED_SIGNER,
            "'%s' signed it, not '%s'"
                .formatted(
                    facts.getFirst().name(), String.join("' or '", trust.signers(root.sha256()))));
      }
      return facts;
    } catch (GeneralSecurityException e) {
      throw new BlobException(Fault.UNTRUSTED, "its certificates do not vouch for one another", e);
    }
  }

  boolean isMicrosoft(CertificateFacts root) {
    return trust.microsoft().contains(root.sha256());
  }

  /** From the signer upwards by names; what is not needed is left out. */
  private static List<X509Certificate> ordered(List<X509Certificate> certificates) {
    List<X509Certificate> chain = new ArrayList<>(certificates.subList(0, 1));
    List<X509Certificate> left = new ArrayList<>(certificates.subList(1, certificates.size()));
    boolean found = true;
    while (found) {
      X509Certificate last = chain.getLast();
      found = false;
      for (X509Certificate next : left) {
        if (next.getSubjectX500Principal().equals(last.getIssuerX500Principal())
            && !last.getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
          chain.add(next);
          left.remove(next);
          found = true;
          break;
        }
      }
    }
    return chain;
  }

  private static void validate(List<X509Certificate> chain) throws GeneralSecurityException {
    List<X509Certificate> below = chain.subList(0, chain.size() - 1);
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(chain.getLast(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(chain.getFirst().getNotBefore());
    CertPathValidator.getInstance("PKIX")
        .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
  }
}
