package dev.garrison.payload.onboarding.blob;

import dev.garrison.digest.Sha256;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * What a person may know of a certificate.
 *
 * @param name its common name, else its whole name
 * @param sha256 digest of its DER, by which certificates are pinned
 */
public record CertificateFacts(String name, Instant notBefore, Instant notAfter, Sha256 sha256) {
  private static final int LONGEST = 120;

  static CertificateFacts of(X509Certificate certificate) throws CertificateEncodingException {
    return new CertificateFacts(
        name(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        Sha256.of(certificate.getEncoded()));
  }

  /** Whether its time is over. */
  public boolean expired(Instant now) {
    return now.isAfter(notAfter);
  }

  private static String name(X509Certificate certificate) {
    String whole = certificate.getSubjectX500Principal().getName();
    String name = common(whole);
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
  }

  private static String common(String whole) {
    try {
      List<Rdn> parts = new LdapName(whole).getRdns();
      return parts.stream()
          .filter(part -> part.getType().equalsIgnoreCase("CN"))
          .map(part -> String.valueOf(part.getValue()))
          .reduce((first, last) -> last)
          .orElse(whole);
    } catch (InvalidNameException e) {
      return whole;
    }
  }
}
