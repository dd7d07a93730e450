package dev.garrison.connection;

import dev.garrison.language.DurationText;
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
public final class TransportException extends RuntimeException {
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

  private TransportException(Stage stage, String reason, Throwable cause) {
    super(reason, cause);
    this.stage = stage;
  }

  public Stage stage() {
    return stage;
  }

  static TransportException expired(HttpCall call, IOException cause) {
    return new TransportException(
        Stage.TIMED_OUT, "not finished within " + DurationText.of(call.deadline()), cause);
  }

  static TransportException of(IOException cause, boolean answered) {
    return switch (cause) {
      case UnknownHostException _ -> notSent("the name cannot be resolved", cause);
      case ConnectTimeoutException _ -> notSent("no connection in time", cause);
      case ConnectionRequestTimeoutException _ -> notSent("no free connection in time", cause);
      case ConnectException _ -> notSent("the connection was refused", cause);
      case NoRouteToHostException _ -> notSent("there is no route to it", cause);
      case SSLHandshakeException _ -> notSent("TLS: " + cause.getMessage(), cause);
      case SSLPeerUnverifiedException _ -> notSent("TLS: " + cause.getMessage(), cause);
      case SocketTimeoutException _ ->
          new TransportException(Stage.TIMED_OUT, "it fell silent", cause);
      case NoHttpResponseException _ ->
          new TransportException(
              Stage.NO_ANSWER, "the connection was closed without an answer", cause);
      case SSLException _ -> cut("TLS: " + cause.getMessage(), answered, cause);
      default -> cut("the connection was cut", answered, cause);
    };
  }

  private static TransportException notSent(String reason, IOException cause) {
    return new TransportException(Stage.NOT_SENT, reason, cause);
  }

  private static TransportException cut(String reason, boolean answered, IOException cause) {
    return new TransportException(
        answered ? Stage.CUT_ANSWER : Stage.NO_ANSWER,
        answered ? reason + " in the middle of the answer" : reason,
        cause);
  }
}
