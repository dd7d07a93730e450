package dev.garrison.connection.tls;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.digest.Sha256;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Refusal of a server's certificate, with a message for people about the certificate that was
 * shown.
 */
final class CertificateRefusal extends CertificateException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_NAME = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final transient Diagnostic diagnostic;

  private CertificateRefusal(Diagnostic diagnostic, @Nullable Throwable cause) {
    super(diagnostic.toString(), cause);
    this.diagnostic = diagnostic;
  }

  /**
   * @param what the problem, after "HOST shows a certificate "
   * @param remedy may use {@code %s} for the line that would trust exactly this certificate
   */
  static CertificateRefusal of(
      DiagnosticCode code, Shown shown, String what, String remedy, @Nullable Throwable cause)
      throws CertificateEncodingException {
    return new CertificateRefusal(
        Diagnostic.error(
            code,
            "%s shows a certificate %s: %s.".formatted(shown.server(), what, shown.described()),
            remedy.formatted("trust: [\"sha256:" + digest(shown.certificate()) + "\"]")),
        cause);
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }

  static Sha256 digest(X509Certificate certificate) throws CertificateEncodingException {
    return Sha256.of(certificate.getEncoded());
  }

  /**
   * The certificate that a server showed.
   *
   * @param server name and port
   */
  record Shown(String server, X509Certificate certificate) {
    String described() throws CertificateEncodingException {
      return "%s, issued by %s, valid from %s to %s, SHA-256 %s"
          .formatted(
              name(certificate.getSubjectX500Principal().getName()),
              name(certificate.getIssuerX500Principal().getName()),
              TIME.format(certificate.getNotBefore().toInstant()),
              TIME.format(certificate.getNotAfter().toInstant()),
              digest(certificate));
    }

    private static String name(String name) {
      if (name.isEmpty()) {
        return "(no name)";
      }
      return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
    }
  }
}
