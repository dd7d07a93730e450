package dev.garrison.payload.signature;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate authority, and the publishers whose code is accepted under it. Authorities also
 * certify others: a valid chain alone does not identify an accepted signer.
 *
 * @param certificate the authority's own certificate
 * @param organization the organization (O) that the signer's certificate must have, if any
 * @param publishers common names (CN) of which the signer's certificate must have one
 */
public record TrustedRoot(
    X509Certificate certificate, Optional<String> organization, Set<String> publishers) {
  private static final int LARGEST_CERTIFICATE = 64 << 10;

  public TrustedRoot {
    publishers = Set.copyOf(publishers);
  }

  /**
   * Reads a customer's own authority for one publisher.
   *
   * @throws RefusalException when the file holds no certificate of an authority
   */
  public static TrustedRoot read(Path file, String publisher) {
    return new TrustedRoot(certificate(file), Optional.empty(), Set.of(publisher));
  }

  /**
   * Reads the certificate of a customer's own authority.
   *
   * @throws RefusalException when the file holds none
   */
  public static X509Certificate certificate(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(stream.readNBytes(LARGEST_CERTIFICATE)));
      if (certificate.getBasicConstraints() < 0) {
        throw unusable(file, Text.of("trust.no-authority"), Optional.empty());
      }
      return certificate;
    } catch (IOException | CertificateException e) {
      throw unusable(file, Text.of("trust.certificate-unreadable"), Optional.of(e));
    }
  }

  private static RefusalException unusable(Path file, Text why, Optional<Exception> cause) {
    Diagnostic diagnostic =
        Diagnostic.error(
            SignatureCode.TRUST_CERTIFICATE_UNUSABLE,
            Message.of("trust.certificate-unusable", "file", file, "reason", why));
    return cause
        .map(failure -> new RefusalException(diagnostic, failure))
        .orElseGet(() -> new RefusalException(diagnostic));
  }

  boolean accepts(DistinguishedName signer) {
    return (organization.isEmpty() || signer.organization().equals(organization))
        && signer.commonName().filter(publishers::contains).isPresent();
  }
}
