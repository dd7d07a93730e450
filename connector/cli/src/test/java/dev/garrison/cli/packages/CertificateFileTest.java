package dev.garrison.cli.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate is written to a new file or not at all. */
final class CertificateFileTest {
  private static final X509Certificate CERTIFICATE =
      TestAuthority.create("Contoso Root").issue(Validity.NOW, "localhost").certificate();

  @TempDir private Path folder;

  @Test
  void aFileThatIsThereStays() throws IOException {
    Path file = Files.writeString(folder.resolve("signer.cer"), "theirs");
    assertThatThrownBy(() -> CertificateFile.write(file, CERTIFICATE))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "\"%s\" already exists. Choose another file name with --out, or delete the file. No changes were made. [CERTIFICATE_FILE_EXISTS GAR-0422]"
                .formatted(file));
    assertThat(file).hasContent("theirs");
  }

  @Test
  void aFolderThatIsNotThereIsNotMade() {
    Path file = folder.resolve("none/signer.cer");
    assertThatThrownBy(() -> CertificateFile.write(file, CERTIFICATE))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "\"%s\" can't be written: %s. Choose an existing folder with write permission with --out. [CERTIFICATE_NOT_WRITTEN GAR-0423]"
                .formatted(file, file));
  }

  @Test
  void itIsWrittenAsWindowsReadsIt() throws CertificateEncodingException {
    Path file = folder.resolve("signer.cer");
    CertificateFile.write(file, CERTIFICATE);
    assertThat(file).hasBinaryContent(CERTIFICATE.getEncoded());
  }
}
