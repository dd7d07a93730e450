package dev.garrison.connection;

import dev.garrison.language.Text;
import dev.garrison.language.TextFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Exchange that brought no complete answer. The message gives the reason in a few words. */
public final class TransportException extends RuntimeException implements TextFailure {
  private static final long serialVersionUID = 1L;

  /** Stage at which an exchange failed. */
  public enum Stage {
    /** The request was certainly not sent. */
    NOT_SENT,
    /** The request was sent, perhaps in part, and no answer began. */
    NO_ANSWER,
    /** The answer began and did not end. */
    CUT_ANSWER,
    /** The time ran out after the request was sent. */
    TIMED_OUT
  }

  private final Stage stage;
  private final transient Text words;

  private TransportException(Stage stage, Text words, Throwable cause) {
    super(words.toString(), cause);
    this.stage = stage;
    this.words = words;
  }

  public Stage stage() {
    return stage;
  }

  @Override
  public Text words() {
    return words;
  }

  static TransportException expired(HttpCall call, IOException cause) {
    return new TransportException(
        Stage.TIMED_OUT, Text.of("transport.expired", "time", call.deadline()), cause);
  }

  static TransportException of(IOException cause, boolean answered) {
    Text tls = Text.of("transport.tls", "message", cause);
    return switch (cause) {
      case UnknownHostException _ -> notSent(Text.of("transport.name"), cause);
      case ConnectTimeoutException _ -> notSent(Text.of("transport.no-connection"), cause);
      case ConnectionRequestTimeoutException _ ->
          notSent(Text.of("transport.no-free-connection"), cause);
      case ConnectException _ -> notSent(Text.of("transport.refused"), cause);
      case NoRouteToHostException _ -> notSent(Text.of("transport.no-route"), cause);
      case SSLHandshakeException _ -> notSent(tls, cause);
      case SSLPeerUnverifiedException _ -> notSent(tls, cause);
      case SocketTimeoutException _ ->
          new TransportException(Stage.TIMED_OUT, Text.of("transport.silent"), cause);
      case NoHttpResponseException _ ->
          new TransportException(Stage.NO_ANSWER, Text.of("transport.closed"), cause);
      case SSLException _ -> cut(tls, answered, cause);
      default -> cut(Text.of("transport.cut"), answered, cause);
    };
  }

  private static TransportException notSent(Text reason, IOException cause) {
    return new TransportException(Stage.NOT_SENT, reason, cause);
  }

  private static TransportException cut(Text reason, boolean answered, IOException cause) {
    return new TransportException(
        answered ? Stage.CUT_ANSWER : Stage.NO_ANSWER,
        answered ? Text.of("transport.within-answer", "reason", reason) : reason,
        cause);
  }
}
