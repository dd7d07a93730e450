package dev.garrison.wsus.updateserver;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.time.Duration;
import java.util.Optional;

/** A request to an update server that failed; says itself to people. */
public final class UpdateServerException extends RefusalException {
  private static final long serialVersionUID = 1L;

  private final transient ServerFailure failure;
  private final String server;

  /**
   * @param server the server's name
   * @param place of the server in the manifest
   * @param operation what was asked
   */
  UpdateServerException(String server, String place, String operation, ServerFailure failure) {
    super(
        Diagnostic.error(
            failure.kind(),
            "The update server %s %s: %s (%s)."
                .formatted(server, failure.kind().phrase(), operation, failure.detail()),
            failure.kind().remedy(place)),
        failure);
    this.failure = failure;
    this.server = server;
  }

  /**
   * The same every time, without what the server said and when: for what plans compare. A server
   * that did not answer in time is soon one that is set aside.
   */
  public String summary() {
    return server
        + " "
        + switch (failure.kind()) {
          case TIMEOUT, SET_ASIDE -> FailureKind.UNAVAILABLE.phrase();
          default -> failure.kind().phrase();
        };
  }

  public FailureKind kind() {
    return failure.kind();
  }

  /** What the server said, or why there was no answer. */
  public String detail() {
    return failure.detail();
  }

  /** After how long at least it may be asked again; empty where it may not. */
  Optional<Duration> patience() {
    return failure.patience();
  }
}
