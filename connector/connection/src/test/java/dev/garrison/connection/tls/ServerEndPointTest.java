package dev.garrison.connection.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.CertificateDigest;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerEndPointTest {
  private static final int PREFIX = "tls-server-end-point:".length();

  /** RFC 5929 section 4.1: MD5 and SHA-1 become SHA-256, any other hash is the signature's own. */
  @ParameterizedTest
  @CsvSource({
    "SHA1withECDSA, SHA-256",
    "SHA256withECDSA, SHA-256",
    "SHA384withECDSA, SHA-384",
    "SHA512withECDSA, SHA-512"
  })
  void theHashIsTheOneOfTheCertificatesSignature(String signature, String hash)
      throws CertificateEncodingException {
    X509Certificate certificate =
        TestAuthority.create("Root", Validity.NOW, signature)
            .issue(Validity.NOW, "localhost")
            .certificate();
    byte[] binding = ServerEndPoint.of(certificate).orElseThrow();
    assertThat(new String(binding, 0, PREFIX, StandardCharsets.US_ASCII))
        .isEqualTo("tls-server-end-point:");
    assertThat(Arrays.copyOfRange(binding, PREFIX, binding.length))
        .isEqualTo(CertificateDigest.of(hash, certificate.getEncoded()));
  }
}
