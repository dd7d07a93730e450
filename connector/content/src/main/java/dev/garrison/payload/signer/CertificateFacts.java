package dev.garrison.payload.signer;

import dev.garrison.diagnostic.VisibleText;
import dev.garrison.digest.Sha256;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Facts about a certificate that a person may see.
 *
 * @param name its common name, or else its complete name
 * @param dnsNames its names in subjectAlternativeName of the kind dNSName
 * @param sha256 digest of its DER, by which certificates are pinned
 */
public record CertificateFacts(
    String name, List<String> dnsNames, Instant notBefore, Instant notAfter, Sha256 sha256) {
  private static final int LONGEST = 120;
  private static final int DNS_NAME = 2;

  public CertificateFacts {
    dnsNames = List.copyOf(dnsNames);
  }

  /** Reads the facts of a certificate. */
  public static CertificateFacts of(X509Certificate certificate) {
    return new CertificateFacts(
        shown(common(certificate.getSubjectX500Principal().getName())),
        dnsNames(certificate).stream().map(CertificateFacts::shown).toList(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        digest(certificate));
  }

  /** Digest that identifies a certificate. */
  public static Sha256 digest(X509Certificate certificate) {
    try {
      return Sha256.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /** The DNS names as in the certificate; none when they cannot be read. */
  public static List<String> dnsNames(X509Certificate certificate) {
    try {
      return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
          .flatMap(Collection::stream)
          .filter(name -> name.getFirst().equals(DNS_NAME))
          .map(name -> String.valueOf(name.get(1)))
          .toList();
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }

  /** Whether the certificate has expired. */
  public boolean expired(Instant now) {
    return now.isAfter(notAfter);
  }

  private static String shown(String name) {
    String plain = VisibleText.line(name);
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
  }

  private static String common(String whole) {
    try {
      List<Rdn> parts = new LdapName(whole).getRdns();
      return parts.stream()
          .filter(part -> part.size() > 0 && part.getType().equalsIgnoreCase("CN"))
          .map(part -> String.valueOf(part.getValue()))
          .reduce((first, last) -> last)
          .orElse(whole);
    } catch (InvalidNameException e) {
      return whole;
    }
  }
}
