package dev.garrison.manifest.service;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the service is asked over HTTP, and where it writes its log.
 *
 * @param tls with it, only HTTPS is spoken
 * @param logFolder absent: in the state folder
 * @param health where health is told as well, without a certificate; reached by this computer alone
 * @param connectionsPerAddress at once
 */
public record ServerSection(
    ListenAddress listen,
    Optional<TlsFiles> tls,
    Optional<Path> logFolder,
    Optional<ListenAddress> health,
    int connectionsPerAddress) {
  /** Where nobody says otherwise. */
  public static final int CONNECTIONS_PER_ADDRESS = 100;

  /** For this computer alone. */
  public static final ServerSection DEFAULT =
      new ServerSection(ListenAddress.DEFAULT, Optional.empty());

  /** One that writes its log into the state folder. */
  public ServerSection(ListenAddress listen, Optional<TlsFiles> tls) {
    this(listen, tls, Optional.empty(), Optional.empty(), CONNECTIONS_PER_ADDRESS);
  }

  /** The same at another address. */
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
