package dev.garrison.connection.tls;

import dev.garrison.diagnostic.Diagnostic;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Result of a handshake that only reads a server's certificate. The certificate is checked as in
 * any other handshake, so one that is not trusted ends the connection, and not a byte is sent over
 * it.
 *
 * @param protocol such as {@code TLSv1.3}; empty unless the handshake succeeded
 * @param certificate the certificate that was shown, trusted or not; empty when the handshake
 *     failed before
 * @param bindable whether a sign-in can be bound to such a connection (RFC 5929)
 * @param refusal reason why the handshake failed
 */
public record Handshake(
    Optional<String> protocol,
    Optional<ServerCertificate> certificate,
    boolean bindable,
    Optional<Diagnostic> refusal) {
  /**
   * Makes the handshake, and closes the connection.
   *
   * @param connected to the server; closed afterwards
   * @param host the name that the certificate must have
   * @throws IOException if the connection fails for another reason than TLS
   * @throws dev.garrison.diagnostic.RefusalException if a file of certificates cannot be used
   */
  public static Handshake make(Trust trust, Socket connected, String host, int port)
      throws IOException {
    Witness witness = new Witness(TlsSettings.check(trust));
    try (connected;
        SSLSocket socket =
            (SSLSocket)
                context(witness).getSocketFactory().createSocket(connected, host, port, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setProtocols(TlsSettings.protocols());
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return witness.report(Optional.of(socket.getSession().getProtocol()), Optional.empty());
    } catch (IOException e) {
      Optional<Diagnostic> refusal = TlsSettings.refusal(e, host + ":" + port);
      if (refusal.isEmpty()) {
        throw e;
      }
      return witness.report(Optional.empty(), refusal);
    }
  }

  private static SSLContext context(Witness witness) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {witness}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot speak TLS", e);
    }
  }

  /** Records the certificate that was shown, and leaves the decision to the check. */
  private static final class Witness extends X509ExtendedTrustManager {
    private final CertificateCheck check;
    private final AtomicReference<@Nullable X509Certificate> shown = new AtomicReference<>();

    Witness(CertificateCheck check) {
      this.check = check;
    }

    Handshake report(Optional<String> protocol, Optional<Diagnostic> refusal) {
      Optional<X509Certificate> certificate = Optional.ofNullable(shown.get());
      return new Handshake(
          protocol,
          certificate.map(ServerCertificate::of),
          certificate.flatMap(ServerEndPoint::of).isPresent(),
          refusal);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
        throws CertificateException {
      shown.set(chain[0]);
      check.checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      check.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
        throws CertificateException {
      check.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      check.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
        throws CertificateException {
      check.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
        throws CertificateException {
      check.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return check.getAcceptedIssuers();
    }
  }
}
