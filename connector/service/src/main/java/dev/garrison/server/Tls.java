package dev.garrison.server;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.language.Text;
import dev.garrison.manifest.service.ServerSection.TlsFiles;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** HTTPS with a certificate that is read again when its files change. */
final class Tls implements AutoCloseable {
  private static final long LOOK_SECONDS = 30;

  /**
   * Cipher suites of TLS 1.3, and similar ones of TLS 1.2. These have key exchange on elliptic
   * curves with forward secrecy, and authenticated encryption (RFC 9325 section 4.2, RFC 7905). CBC
   * is excluded, and so is DHE, for which Java uses 2,048 bits.
   */
  private static final String[] SUITES = {
    "TLS_AES_256_GCM_SHA384",
    "TLS_AES_128_GCM_SHA256",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_(ECDSA|RSA)_WITH_AES_(128_GCM_SHA256|256_GCM_SHA384)",
    "TLS_ECDHE_(ECDSA|RSA)_WITH_CHACHA20_POLY1305_SHA256"
  };

  private final CertificateFiles files;
  private final Consumer<String> faults;
  private final SslContextFactory.Server context = new SslContextFactory.Server();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("garrison-certificate").daemon().factory());
  private Sha256 loaded;

  /** Last reported problem of files that cannot be used. */
  private volatile Optional<String> complaint = Optional.empty();

  Tls(TlsFiles files, Consumer<String> faults) {
    this.files = new CertificateFiles(files);
    this.faults = faults;
    CertificateFiles.Loaded first = this.files.load();
    this.loaded = first.digest();
    use(context, first.keys());
    context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    context.setIncludeCipherSuites(SUITES);
  }

  private static void use(SslContextFactory into, KeyStore keys) {
    into.setKeyStore(keys);
    into.setKeyStorePassword("");
  }

  ServerConnector connector(Server server, HttpConfiguration http) {
    // Whether the name is the right one, the client decides; it may ask by address.
    http.addCustomizer(new SecureRequestCustomizer(false));
    return new ServerConnector(
        server, new SslConnectionFactory(context, "http/1.1"), new HttpConnectionFactory(http));
  }

  static ServerConnector withoutTls(Server server, HttpConfiguration http) {
    return new ServerConnector(server, new HttpConnectionFactory(http));
  }

  /** Checks the files at intervals. */
  void watch() {
    Future<?> _ =
        looking.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** Loads changed files; if they cannot be used, the previous certificate stays in use. */
  void look() {
    try {
      CertificateFiles.Loaded now = files.load();
      if (!now.digest().equals(loaded)) {
        context.reload(each -> use(each, now.keys()));
        loaded = now.digest();
      }
      complaint = Optional.empty();
    } catch (RefusalException refusal) {
      complain(refusal.diagnostics().getFirst().problem());
    } catch (Exception e) {
      complain("The new certificate cannot be used: " + e + ".");
    }
  }

  /** Reports a problem once, and not at every check. */
  private void complain(String problem) {
    if (!complaint.equals(Optional.of(problem))) {
      faults.accept(problem + " The one before is kept.");
    }
    complaint = Optional.of(problem);
  }

  /** Current problems of the certificate, in words without confidential details. */
  List<String> problems() {
    return complaint.isPresent()
        ? List.of(Text.of("service-problem.certificate").toString())
        : List.of();
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
