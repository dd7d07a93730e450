package dev.garrison.manifest.service;

import java.nio.file.Path;
import java.util.Optional;

/**
 * HTTP server of the service: address, certificate, health check, limit and log folder.
 *
 * @param tls the certificate; if present, the service accepts only HTTPS
 * @param logFolder the folder for the log; absent: the state folder
 * @param health a second address for health checks, without a certificate; only this computer can
 *     reach it
 * @param connectionsPerAddress the number of simultaneous connections from one address
 */
public record ServerSection(
    ListenAddress listen,
    Optional<TlsFiles> tls,
    Optional<Path> logFolder,
    Optional<ListenAddress> health,
    int connectionsPerAddress) {
  /** Number of simultaneous connections from one address if the manifest sets none. */
  public static final int CONNECTIONS_PER_ADDRESS = 100;

  /** Server that only this computer can reach. */
  public static final ServerSection DEFAULT =
      new ServerSection(ListenAddress.DEFAULT, Optional.empty());

  /** Creates a section for a server that writes its log to the state folder. */
  public ServerSection(ListenAddress listen, Optional<TlsFiles> tls) {
    this(listen, tls, Optional.empty(), Optional.empty(), CONNECTIONS_PER_ADDRESS);
  }

  /** Copies the section with another address. */
  public ServerSection at(ListenAddress address) {
    return new ServerSection(address, tls, logFolder, health, connectionsPerAddress);
  }

  public ServerSection {
    if (!isSafe(listen, tls.isPresent())) {
      throw new IllegalArgumentException("others reach " + listen + ", and it has no certificate");
    }
    if (!health.map(ListenAddress::isLoopback).orElse(true)) {
      throw new IllegalArgumentException("others reach " + health);
    }
  }

  /** Whether tokens cannot be read on the network. */
  public static boolean isSafe(ListenAddress listen, boolean hasCertificate) {
    return hasCertificate || listen.isLoopback();
  }

  /**
   * Certificate of the server.
   *
   * @param certificate PEM: the certificate first, then those of the chain to its root
   * @param key PEM: PKCS #8, not encrypted
   */
  public record TlsFiles(Path certificate, Path key) {}
}
