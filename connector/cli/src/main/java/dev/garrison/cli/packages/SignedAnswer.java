package dev.garrison.cli.packages;

import dev.garrison.json.JsonForm;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * Signed scripts as JSON. Keys are only ever added.
 *
 * @param files the files that were written
 * @param notAfter end of the certificate
 * @param timestamped whether the signatures are valid after that
 */
record SignedAnswer(
    String format, List<String> files, String signer, Instant notAfter, boolean timestamped)
    implements JsonForm {
  private static final String FORMAT = "garrison.scripts-sign/1";

  static SignedAnswer of(List<Path> files, X509Certificate signer, boolean timestamped) {
    return new SignedAnswer(
        FORMAT,
        files.stream().map(Path::toString).toList(),
        signer.getSubjectX500Principal().toString(),
        signer.getNotAfter().toInstant(),
        timestamped);
  }
}
