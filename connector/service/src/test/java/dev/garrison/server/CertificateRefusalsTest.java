package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.manifest.service.ServerSection.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no certificate, or no key. */
final class CertificateRefusalsTest {
  private static final String REMEDY =
      " 'server.certificate' names a PEM file with the certificate and those above it, 'server.key' one with its key as PKCS #8. [CERTIFICATE_UNUSABLE GAR-1082]";

  /** Nobody has its key any more. */
  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBgzCCASmgAwIBAgIUW7O5VCwpKEK8KzxFrYARZh5XQm4wCgYIKoZIzj0EAwIw
      FzEVMBMGA1UEAwwMQ29udG9zbyBOZXh0MB4XDTI2MTEyODIzMjI0OFoXDTM3MTEx
      MDIzMjI0OFowFzEVMBMGA1UEAwwMQ29udG9zbyBOZXh0MFkwEwYHKoZIzj0CAQYI
      KoZIzj0DAQcDQgAEcMbv3Bd/9TP2Jmo6eRY53jMhQjgXSaqjWtXL4mlko8GvjVpz
      RZgOAsvRGEmlPOTPHRn+qIe6X9AiwsG5wNozAqNTMFEwHQYDVR0OBBYEFDviqpKa
      so/SOTpoiDrFPqr0l8//MB8GA1UdIwQYMBaAFDviqpKaso/SOTpoiDrFPqr0l8//
      MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAKS1N+E2SljLgByE
      sU3ijuM0WHQnAfPbyc2Leb+NXFa6AiAhI6lSbL3XTAgYbPlkIklLRPinUbsxVKSv
      hop0p/Xj+A==
      -----END CERTIFICATE-----
      """;

  @TempDir private Path folder;

  private void assertRefused(String certificate, String key, String why) throws IOException {
    Path file = Files.writeString(folder.resolve("server.pem"), certificate);
    Path secret = Files.writeString(folder.resolve("server.key"), key);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    CertificateFiles files = new CertificateFiles(new TlsFiles(file, secret));
    assertThatThrownBy(files::load)
        .hasMessage(
            "The server's certificate cannot be used: " + folder.resolve(why) + "." + REMEDY);
  }

  @Test
  void aFileWithoutACertificateIsRefused() throws IOException {
    assertRefused("", "", "server.pem: there is no certificate in it");
  }

  @Test
  void aFileWithoutAKeyIsRefused() throws IOException {
    assertRefused(
        CERTIFICATE,
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n",
        "server.key: there is no 'BEGIN PRIVATE KEY' in it; 'openssl pkcs8 -topk8 -nocrypt' writes one");
  }

  @Test
  void aKeyOfNoKnownKindIsRefused() throws IOException {
    assertRefused(
        CERTIFICATE,
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "server.key: its key is of no kind that is known: RSA, EC or EdDSA");
  }

  @Test
  void aFileThatIsGoneIsRefused() throws IOException {
    Path secret = Files.writeString(folder.resolve("server.key"), "");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    CertificateFiles files =
        new CertificateFiles(new TlsFiles(folder.resolve("server.pem"), secret));
    assertThatThrownBy(files::load)
        .hasMessage(
            "The server's certificate cannot be used: %1$s: %1$s."
                    .formatted(folder.resolve("server.pem"))
                + REMEDY);
  }
}
