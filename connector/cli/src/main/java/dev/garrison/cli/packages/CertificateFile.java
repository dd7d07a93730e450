package dev.garrison.cli.packages;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

/** Writes a certificate to a file that Windows can import. */
final class CertificateFile {
  private CertificateFile() {}

  /** Writes the certificate in DER form; an existing file is refused and not changed. */
  static void write(Path path, X509Certificate certificate) {
    try {
      Files.write(path, certificate.getEncoded(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new RefusalException(
          Diagnostic.error(
              PackageCommandCode.CERTIFICATE_FILE_EXISTS,
              Message.of("certificate-file.exists", "file", path)),
          e);
    } catch (IOException e) {
      throw new RefusalException(
          Diagnostic.error(
              PackageCommandCode.CERTIFICATE_NOT_WRITTEN,
              Message.of("certificate-file.not-written", "file", path, "reason", e)),
          e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }
}
