package dev.garrison.server.api;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import java.time.Duration;
import java.util.Optional;

/** A request that cannot be answered. */
public final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Diagnostic diagnostic;
  private final transient Optional<Duration> retryAfter;

  private ApiProblem(int status, Diagnostic diagnostic, Optional<Duration> retryAfter) {
    super(diagnostic.problem(), null, false, false);
    this.status = status;
    this.diagnostic = diagnostic;
    this.retryAfter = retryAfter;
  }

  /**
   * A problem with a new diagnostic.
   *
   * @param status of HTTP
   */
  public static ApiProblem of(int status, ServerCode code, Message message) {
    return of(status, Diagnostic.error(code, message));
  }

  /** A problem with an existing diagnostic. */
  public static ApiProblem of(int status, Diagnostic diagnostic) {
    return new ApiProblem(status, diagnostic, Optional.empty());
  }

  /** A temporary problem, with the time to wait. */
  public static ApiProblem later(int status, Duration wait, ServerCode code, Message message) {
    return new ApiProblem(status, Diagnostic.error(code, message), Optional.of(wait));
  }

  /** Status of HTTP. */
  public int status() {
    return status;
  }

  /** The problem and its fix. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }

  /** Time to wait before the next attempt. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
