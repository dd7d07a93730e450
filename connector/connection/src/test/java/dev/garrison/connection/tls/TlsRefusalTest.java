package dev.garrison.connection.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** Which failures are TLS's own, after which nothing was sent, and which are the network's. */
final class TlsRefusalTest {
  private static Optional<String> refusal(IOException failure) {
    return TlsSettings.refusal(failure, "cm01:443").map(Diagnostic::toString);
  }

  private static IOException handshake(Throwable cause) {
    SSLHandshakeException failure = new SSLHandshakeException("handshake");
    failure.initCause(cause);
    return failure;
  }

  @Test
  void versionsThatAreNotAgreedOnAreARefusal() {
    assertThat(refusal(new SSLHandshakeException("protocol_version")))
        .hasValue(
            "cm01:443 and Garrison can't agree on TLS (protocol_version). Enable TLS 1.2 or TLS 1.3 on that server, and check that the port is the port for https. [TLS_NOT_AGREED GAR-0220]");
  }

  @Test
  void aServerThatSpeaksNoTlsAtAllIsARefusal() {
    assertThat(refusal(new SSLException("Unsupported or unrecognized SSL message")))
        .hasValueSatisfying(text ->
            assertThat(text)
                .startsWith(
                    "cm01:443 and Garrison can't agree on TLS (Unsupported or unrecognized SSL message). "));
  }

  @Test
  void aConnectionThatBreaksInAHandshakeIsTheNetworksFailure() {
    assertThat(refusal(handshake(new SocketException("Connection reset")))).isEmpty();
    assertThat(refusal(handshake(new EOFException("SSL peer shut down incorrectly")))).isEmpty();
  }

  @Test
  void anyOtherFailureIsTheNetworks() {
    assertThat(refusal(new SSLException("readHandshakeRecord"))).isEmpty();
    assertThat(refusal(new SocketException("Connection refused"))).isEmpty();
  }
}
