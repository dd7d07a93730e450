package dev.garrison.cli.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.json.Json;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SignedAnswerTest {
  private static final X509Certificate CERTIFICATE =
      TestAuthority.create("Contoso Root").issue(Validity.NOW, "localhost").certificate();

  @Test
  void theFilesAndTheEndOfTheCertificateAreNamed() {
    assertThat(new Json().pretty(SignedAnswer.of(List.of(Path.of("a.ps1")), CERTIFICATE, false)))
        .isEqualTo(
            """
            {
              "files" : [
                "a.ps1"
              ],
              "format" : "garrison.scripts-sign/1",
              "notAfter" : "%s",
              "signer" : "%s",
              "timestamped" : false
            }
            """
                .formatted(
                    CERTIFICATE.getNotAfter().toInstant(), CERTIFICATE.getSubjectX500Principal()));
  }
}
