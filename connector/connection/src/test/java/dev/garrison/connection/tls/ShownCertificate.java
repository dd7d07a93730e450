package dev.garrison.connection.tls;

import java.lang.reflect.Proxy;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** Socket in the middle of a handshake with a server; it is connected to nothing. */
final class ShownCertificate extends SSLSocket {
  private final SSLSession session;

  ShownCertificate(String host, int port) {
    this.session =
        (SSLSession)
            Proxy.newProxyInstance(
                ShownCertificate.class.getClassLoader(),
                new Class<?>[] {SSLSession.class},
                (_, method, _) ->
                    switch (method.getName()) {
                      case "getPeerHost" -> host;
                      case "getPeerPort" -> port;
                      case "getProtocol" -> "TLSv1.3";
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
  }

  @Override
  public SSLSession getHandshakeSession() {
    return session;
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  /** The parameters with the check of names, which HttpClient enables. */
  @Override
  public SSLParameters getSSLParameters() {
    SSLParameters parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return parameters;
  }

  @Override
  public SSLSession getSession() {
    return session;
  }

  @Override
  public boolean getUseClientMode() {
    return true;
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return new String[0];
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return new String[0];
  }

  @Override
  public String[] getSupportedProtocols() {
    return TlsSettings.protocols();
  }

  @Override
  public String[] getEnabledProtocols() {
    return TlsSettings.protocols();
  }

  @Override
  public boolean getNeedClientAuth() {
    return false;
  }

  @Override
  public boolean getWantClientAuth() {
    return false;
  }

  @Override
  public boolean getEnableSessionCreation() {
    return true;
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void startHandshake() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setUseClientMode(boolean mode) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setNeedClientAuth(boolean need) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setWantClientAuth(boolean want) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setEnableSessionCreation(boolean flag) {
    throw new UnsupportedOperationException();
  }
}
