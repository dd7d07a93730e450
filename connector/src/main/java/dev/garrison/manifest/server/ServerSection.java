package dev.garrison.manifest.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the service is asked over HTTP, and where it writes its log.
 *
 * @param tls with it, only HTTPS is spoken
 * @param logFolder absent: in the state folder
 */
public record ServerSection(
    ListenAddress listen, Optional<TlsFiles> tls, Optional<Path> logFolder) {
  /** For this computer alone. */
  public static final ServerSection DEFAULT =
      new ServerSection(ListenAddress.DEFAULT, Optional.empty());

  /** One that writes its log into the state folder. */
  public ServerSection(ListenAddress listen, Optional<TlsFiles> tls) {
    this(listen, tls, Optional.empty());
  }

  public ServerSection {
    if (!isSafe(listen, tls.isPresent())) {
      throw new IllegalArgumentException("others reach " + listen + ", and it has no certificate");
    }
  }

  /** Whether nobody on the way can read tokens. */
  public static boolean isSafe(ListenAddress listen, boolean hasCertificate) {
    return hasCertificate || listen.isLoopback();
  }

  /**
   * The server's certificate.
   *
   * @param certificate PEM: the certificate first, then those that lead to its root
   * @param key PEM: PKCS #8, not encrypted
   */
  public record TlsFiles(Path certificate, Path key) {}
}
