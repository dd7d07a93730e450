package dev.garrison.connection.tls;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** TLS settings of Garrison. */
public final class TlsSettings {
  private static final long MOST_FILE_BYTES = 4L * 1024 * 1024;

  private TlsSettings() {}

  /** The accepted versions of TLS, preferred ones first. */
  public static String[] protocols() {
    return new String[] {"TLSv1.3", "TLSv1.2"};
  }

  /**
   * Creates a context that accepts trusted certificates. The socket must have the host's name and
   * enable the check of names, as HttpClient's does.
   *
   * @throws RefusalException if a file of certificates cannot be used
   */
  public static SSLContext context(Trust trust) {
    CertificateCheck check = check(trust);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {check}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot speak TLS", e);
    }
  }

  /** The check of a server's certificate. */
  static CertificateCheck check(Trust trust) {
    Set<Sha256> pins = new HashSet<>();
    List<X509ExtendedTrustManager> authorities = new ArrayList<>();
    try {
      for (Trust.Anchor anchor : trust.anchors()) {
        switch (anchor) {
          case Trust.Anchor.SystemAuthorities _ ->
              authorities.add(authorities(MachineStore.ofComputer()));
          case Trust.Anchor.CertificateFile(Path file) ->
              authorities.add(authorities(keyStore(certificates(file))));
          case Trust.Anchor.Pin(Sha256 digest) -> pins.add(digest);
        }
      }
      return new CertificateCheck(pins, authorities);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java runtime cannot speak TLS", e);
    }
  }

  private static X509ExtendedTrustManager authorities(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Stream.of(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static KeyStore keyStore(List<Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate certificate : certificates) {
      store.setCertificateEntry(String.valueOf(store.size()), certificate);
    }
    return store;
  }

  private static List<Certificate> certificates(Path file) {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
      if (Files.size(file) > MOST_FILE_BYTES) {
        throw unusable(file, Text.of("tls.file-too-large"), null);
      }
      List<Certificate> certificates =
          List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(stream));
      if (certificates.isEmpty()) {
        throw unusable(file, Text.of("tls.file-empty"), null);
      }
      return certificates;
    } catch (IOException | CertificateException e) {
      throw unusable(file, reason(e), e);
    }
  }

  private static RefusalException unusable(Path file, Text reason, @Nullable Exception cause) {
    Diagnostic diagnostic =
        Diagnostic.error(
            TlsCode.TRUST_FILE_UNUSABLE,
            Message.of("tls.trust-file-unusable", "file", file, "reason", reason));
    return cause == null
        ? new RefusalException(diagnostic)
        : new RefusalException(diagnostic, cause);
  }

  private static Text reason(Exception failure) {
    return switch (failure) {
      case NoSuchFileException _ -> Text.of("tls.file-missing");
      case AccessDeniedException _ -> Text.of("tls.file-denied");
      default -> Text.of(failure);
    };
  }

  /**
   * Reason why TLS itself prevented a connection, if so. Then nothing was sent.
   *
   * @param server name and port
   */
  public static Optional<Diagnostic> refusal(IOException failure, String server) {
    for (@Nullable Throwable step = failure; step != null; step = step.getCause()) {
      if (step instanceof CertificateRefusal refusal) {
        return Optional.of(refusal.diagnostic());
      }
      if (step instanceof EOFException || step instanceof SocketException) {
        return Optional.empty();
      }
    }
    boolean spokeOtherwise =
        failure instanceof SSLException
            && String.valueOf(failure.getMessage()).startsWith("Unsupported or unrecognized SSL");
    if (failure instanceof SSLHandshakeException || spokeOtherwise) {
      return Optional.of(
          Diagnostic.error(
              TlsCode.TLS_NOT_AGREED,
              Message.of("tls.not-agreed", "server", server, "reason", failure)));
    }
    return Optional.empty();
  }
}
