package dev.garrison.connection.tls;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.digest.Sha256;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
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
   * @param key of a message with the places {@code server}, {@code certificate}, {@code reason} and
   *     {@code trust}, the line that would trust exactly this certificate
   * @param reason further facts; empty if there are none
   */
  static CertificateRefusal of(
      DiagnosticCode code, Shown shown, String key, String reason, @Nullable Throwable cause)
      throws CertificateEncodingException {
    return new CertificateRefusal(
        Diagnostic.error(
            code,
            Message.of(
                key,
                "server",
                shown.server(),
                "certificate",
                shown.described(),
                "reason",
                reason,
                "trust",
                "trust: [\"sha256:" + digest(shown.certificate()) + "\"]")),
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
    Text described() throws CertificateEncodingException {
      return Text.of(
          "tls.certificate",
          "subject",
          name(certificate.getSubjectX500Principal().getName()),
          "issuer",
          name(certificate.getIssuerX500Principal().getName()),
          "from",
          TIME.format(certificate.getNotBefore().toInstant()),
          "to",
          TIME.format(certificate.getNotAfter().toInstant()),
          "digest",
          digest(certificate));
    }

    private static Text name(String name) {
      if (name.isEmpty()) {
        return Text.of("tls.no-name");
      }
      return Text.verbatim(
          name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name);
    }
  }
}
