package dev.garrison.wsus.updateserver;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.time.Duration;
import java.util.Optional;

/** Failed request to an update server, with a diagnostic for the administrator. */
public final class UpdateServerException extends RefusalException {
  private static final long serialVersionUID = 1L;

  private final transient ServerFailure failure;
  private final String server;

  /**
   * @param server the server's name
   * @param place of the server in the manifest
   * @param operation the operation that failed
   */
  UpdateServerException(String server, String place, String operation, ServerFailure failure) {
    super(
        Diagnostic.error(
            failure.kind(),
            Message.of(
                failure.kind().key(),
                "server",
                server,
                "place",
                place,
                "operation",
                operation,
                "detail",
                failure.detail())),
        failure);
    this.failure = failure;
    this.server = server;
  }

  /**
   * Description without the server's message and the time, so that plans can compare it. A server
   * that did not answer in time is soon set aside, so both count as unavailable.
   */
  public Text summary() {
    FailureKind kind =
        switch (failure.kind()) {
          case TIMEOUT, SET_ASIDE -> FailureKind.UNAVAILABLE;
          default -> failure.kind();
        };
    return Text.of(kind.summary(), "server", server);
  }

  public FailureKind kind() {
    return failure.kind();
  }

  /** Message of the server, or the reason why there was no answer. */
  public Text detail() {
    return failure.detail();
  }

  /** Minimum time before it may be asked again; empty where it may not. */
  Optional<Duration> patience() {
    return failure.patience();
  }
}
