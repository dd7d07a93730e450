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

  private void assertRefused(String certificate, String key, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("server.pem"), certificate);
    Path secret = Files.writeString(folder.resolve("server.key"), key);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    CertificateFiles files = new CertificateFiles(new TlsFiles(file, secret));
    assertThatThrownBy(files::load)
        .hasMessage(
            "The server certificate can't be used: "
                + problem.replace("FOLDER", folder.toString())
                + " [CERTIFICATE_UNUSABLE GAR-1082]");
  }

  @Test
  void aFileWithoutACertificateIsRefused() throws IOException {
    assertRefused(
        "",
        "",
        "\"FOLDER/server.pem\" contains no certificate. Set \"server.certificate\" to a PEM file with the certificate and its issuers.");
  }

  @Test
  void aFileWithoutAKeyIsRefused() throws IOException {
    assertRefused(
        CERTIFICATE,
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n",
        "\"FOLDER/server.key\" has no \"BEGIN PRIVATE KEY\". Convert the key to PKCS #8 format with \"openssl pkcs8 -topk8 -nocrypt\".");
  }

  @Test
  void aKeyOfNoKnownKindIsRefused() throws IOException {
    assertRefused(
        CERTIFICATE,
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "the key in \"FOLDER/server.key\" isn't an RSA, EC, or EdDSA key. Use an RSA, EC, or EdDSA key in PKCS #8 format.");
  }

  @Test
  void aFileThatIsGoneIsRefused() throws IOException {
    Path secret = Files.writeString(folder.resolve("server.key"), "");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    CertificateFiles files =
        new CertificateFiles(new TlsFiles(folder.resolve("server.pem"), secret));
    assertThatThrownBy(files::load)
        .hasMessage(
            "The server certificate can't be used. \"%1$s\": %1$s. Set \"server.certificate\" to a PEM file with the certificate and its issuers, and \"server.key\" to a PEM file with the key in PKCS #8 format. [CERTIFICATE_UNUSABLE GAR-1082]"
                .formatted(folder.resolve("server.pem")));
  }
}
