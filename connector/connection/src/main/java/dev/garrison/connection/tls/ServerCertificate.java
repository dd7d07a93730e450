package dev.garrison.connection.tls;

import dev.garrison.digest.Sha256;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that a server showed, trusted or not.
 *
 * @param names the servers for which it was issued, as names and addresses (RFC 9110 section 4.3.4)
 * @param sha256 of its DER form, as browsers and {@code certutil} show it
 */
public record ServerCertificate(
    String subject,
    String issuer,
    List<String> names,
    Instant notBefore,
    Instant notAfter,
    Sha256 sha256) {
  public ServerCertificate {
    names = List.copyOf(names);
  }

  static ServerCertificate of(X509Certificate certificate) {
    try {
      return new ServerCertificate(
          certificate.getSubjectX500Principal().getName(),
          certificate.getIssuerX500Principal().getName(),
          names(certificate),
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant(),
          Sha256.of(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      @Nullable Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      return alternatives == null
          ? List.of()
          : alternatives.stream()
              .map(pair -> pair.get(1))
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .toList();
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }
}
