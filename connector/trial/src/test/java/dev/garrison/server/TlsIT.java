package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.login.Role;
import dev.garrison.manifest.service.ServerSection.TlsFiles;
import dev.garrison.trial.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's certificate, and that a new one is taken over. */
final class TlsIT {
  @TempDir private Path folder;
  private final List<String> faults = new ArrayList<>();
  private ServerCertificate certificate;
  private TlsFiles files;

  @BeforeEach
  void write() throws Exception {
    certificate = new ServerCertificate(folder);
    certificate.certify("first");
    files = certificate.files();
  }

  @AfterEach
  void nothingElse() {
    assertThat(faults).isEmpty();
  }

  @Test
  void aCertificateThatIsReplacedIsTakenOver() throws Exception {
    try (Tls tls = new Tls(files, faults::add);
        Listening listening = new Listening(tls)) {
      assertThat(shown(listening)).contains("first");
      tls.look();
      assertThat(shown(listening)).contains("first");
      certificate.certify("second");
      tls.look();
      assertThat(shown(listening)).contains("second");
      Files.writeString(files.certificate(), "nothing");
      tls.look();
      assertThat(shown(listening)).contains("second");
      assertThat(faults).singleElement().asString().endsWith("The one before is kept.");
      faults.clear();
    }
  }

  /** With TLS 1.2 alone: what TLS 1.3 has is all of one kind. */
  @ParameterizedTest
  @CsvSource({
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, true",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, true",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, true",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, false",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384, false",
    "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, false",
    "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256, false"
  })
  void onlySuitesThatSealAndForgetAreAgreedOn(String suite, boolean agreed) throws Exception {
    try (Tls tls = new Tls(files, faults::add);
        Listening listening = new Listening(tls)) {
      assertThat(agrees(listening, suite)).isEqualTo(agreed);
    }
  }

  private static boolean agrees(Listening listening, String suite) throws Exception {
    try (SSLSocket socket = reached(listening.port())) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.setEnabledCipherSuites(new String[] {suite});
      socket.startHandshake();
      return true;
    } catch (SSLHandshakeException refused) {
      return false;
    }
  }

  @Test
  void aCertificateOfAnotherKeyIsRefused() throws Exception {
    certificate.certifyAlone("second");
    assertThatThrownBy(() -> new Tls(files, faults::add))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining(
            "The server certificate can't be used: the key in \"%s\" doesn't belong to the certificate in \"%s\"."
                .formatted(files.key(), files.certificate()));
  }

  @Test
  void aRenewalInItsMiddleLeavesTheOldPairAndIsToldOnce() throws Exception {
    try (Tls tls = new Tls(files, faults::add);
        Listening listening = new Listening(tls)) {
      certificate.certifyAlone("second");
      tls.look();
      tls.look();
      assertThat(shown(listening)).contains("first");
      assertThat(faults)
          .containsExactly(
              "The server certificate can't be used: the key in \"%s\" doesn't belong to the certificate in \"%s\". The one before is kept."
                  .formatted(files.key(), files.certificate()));
      assertThat(tls.problems())
          .containsExactly(
              "the new certificate of the server can't be used, and the previous one stays in use");
      certificate.certify("third");
      tls.look();
      assertThat(shown(listening)).contains("third");
      assertThat(tls.problems()).isEmpty();
      faults.clear();
    }
  }

  @Test
  void aCertificateThatCannotBeUsedIsToldToMonitors() throws Exception {
    try (ServedSite served = new ServedSite(folder, files)) {
      assertThat(asked(served, "/health/ready")).endsWith("{\"problems\":[],\"status\":\"up\"}");
      certificate.certifyAlone("second");
      served.lookAtCertificate();
      assertThat(asked(served, "/health/ready"))
          .endsWith(
              "{\"problems\":[\"the new certificate of the server can't be used, and the previous one stays in use\"],\"status\":\"up\"}");
      assertThat(asked(served, "/metrics")).contains("\ngarrison_service_problems 1.0\n");
      assertThat(served.faults()).hasSize(1);
    }
  }

  private static String asked(ServedSite served, String path) throws Exception {
    try (SSLSocket socket = connected(served.port())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\n%s\r\n"
                  .formatted(path, served.fields(Role.VIEWER))
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String shown(Listening listening) throws Exception {
    try (SSLSocket socket = connected(listening.port())) {
      assertThat(socket.getSession().getProtocol()).isIn("TLSv1.3", "TLSv1.2");
      return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
          .getSubjectX500Principal()
          .getName();
    }
  }

  private static SSLSocket connected(int port) throws Exception {
    SSLSocket socket = reached(port);
    socket.startHandshake();
    return socket;
  }

  private static SSLSocket reached(int port) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new AnyName()}, null);
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  /** A server with this certificate and nothing to say. */
  private static final class Listening implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector;

    Listening(Tls tls) throws Exception {
      connector = tls.connector(server, new HttpConfiguration());
      connector.setHost("127.0.0.1");
      server.addConnector(connector);
      server.start();
    }

    int port() {
      return connector.getLocalPort();
    }

    @Override
    public void close() {
      LifeCycle.stop(server);
    }
  }

  /** Looks at the certificate and does not judge it. */
  private static final class AnyName implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {
      assertThat(chain).isNotEmpty();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  /** The other address has a certificate, and so any name. */
  @Test
  void whereHealthIsToldBesidesAPageThatTurnedItsNameToThisComputerIsRefused() throws Exception {
    try (ServedSite served = ServedSite.everywhere(folder, files)) {
      String request = "GET /health/ready HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
      assertThat(served.raw(served.health().getPort(), request.formatted("127.0.0.1")))
          .startsWith("HTTP/1.1 200 ");
      assertThat(served.raw(served.health().getPort(), request.formatted("evil.example")))
          .startsWith("HTTP/1.1 421 ");
    }
  }

  @Test
  void aKeyThatOthersMayReadIsRefused() throws IOException {
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> new Tls(files, faults::add))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("open to more than its owner");
  }

  @Test
  void aFileWithoutAKeyIsRefused() throws IOException {
    Files.writeString(files.key(), "-----BEGIN RSA PRIVATE KEY-----\nAA==\n");
    assertThatThrownBy(() -> new Tls(files, faults::add))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
  }
}
