package dev.garrison.connection;

import dev.garrison.connection.tls.TlsSettings;
import dev.garrison.connection.tls.Trust;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.jspecify.annotations.Nullable;

/**
 * TLS with one server. What it trusts is read when the first request needs it, so that a server
 * without TLS does not.
 */
final class LateTls implements TlsSocketStrategy {
  private final Trust trust;
  private @Nullable TlsSocketStrategy strategy;

  LateTls(Trust trust) {
    this.trust = trust;
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
      throws IOException {
    return strategy().upgrade(socket, target, port, attachment, context);
  }

  /**
   * Reads what is trusted, unless that is done.
   *
   * @throws dev.garrison.diagnostic.RefusalException if it cannot be read
   */
  void prepare() {
    strategy();
  }

  private synchronized TlsSocketStrategy strategy() {
    if (strategy == null) {
      strategy =
          new DefaultClientTlsStrategy(
              TlsSettings.context(trust),
              TlsSettings.protocols(),
              null,
              SSLBufferMode.STATIC,
              HostnameVerificationPolicy.BUILTIN,
              null);
    }
    return strategy;
  }
}
