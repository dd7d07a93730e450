package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.service.ServerSection.TlsFiles;
import dev.garrison.payload.judge.Authority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of every kind, and whether they are the certificate's. */
final class CertificateFilesTest {
  private static final String PASSWORD = "a-test";

  private static final String KEYTOOL =
      Path.of(System.getProperty("java.home"), "bin", "keytool").toString();

  /** Each is made once: keytool takes most of a second. */
  private static final Map<String, Authority.Identity> MADE = new HashMap<>();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519", "Ed448"})
  void aCertificateWithItsKeyIsTaken(String kind) throws Exception {
    Authority.Identity identity = made(kind, "first");
    assertThat(files(identity, identity).load().keys().getCertificate("server"))
        .isEqualTo(identity.certificate());
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, RSA",
    "EC, EC",
    "Ed25519, Ed25519",
    "Ed25519, Ed448",
    "RSA, RSA -keysize 2048",
    "RSA, EC"
  })
  void aCertificateWithAnotherKeyIsRefused(String kind, String other) throws Exception {
    CertificateFiles files = files(made(kind, "first"), made(other, "second"));
    assertThatThrownBy(files::load)
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("server.key\" doesn't belong to the certificate in ");
  }

  private Authority.Identity made(String kind, String name) throws Exception {
    String key = name + " " + kind;
    if (!MADE.containsKey(key)) {
      MADE.put(key, byKeytool(kind, name));
    }
    return Objects.requireNonNull(MADE.get(key));
  }

  private Authority.Identity byKeytool(String kind, String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    List<String> words = new ArrayList<>(List.of(KEYTOOL, "-genkeypair", "-keyalg"));
    words.addAll(List.of(kind.split(" ")));
    words.addAll(List.of("-dname", "CN=" + name, "-alias", name));
    words.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    X509Certificate certificate = (X509Certificate) keys.getCertificate(name);
    PrivateKey secret = (PrivateKey) keys.getKey(name, PASSWORD.toCharArray());
    return new Authority.Identity(
        new KeyPair(certificate.getPublicKey(), secret), List.of(certificate));
  }

  private CertificateFiles files(Authority.Identity certified, Authority.Identity keyed)
      throws Exception {
    Path certificate = certified.write(folder, "certified").getLast();
    Path key = Files.move(keyed.write(folder, "keyed").getFirst(), folder.resolve("server.key"));
    close(key);
    return new CertificateFiles(new TlsFiles(certificate, key));
  }

  private static void close(Path key) throws IOException {
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }
}
