package dev.garrison.server.api;

import dev.garrison.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.Optional;

/** A request that is not answered as it wished. */
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
   * A problem.
   *
   * @param status of HTTP
   */
  public static ApiProblem of(int status, ServerCode code, String problem, String remedy) {
    return of(status, Diagnostic.error(code, problem, remedy));
  }

  /** A problem that something else found. */
  public static ApiProblem of(int status, Diagnostic diagnostic) {
    return new ApiProblem(status, diagnostic, Optional.empty());
  }

  /** A problem that time solves. */
  public static ApiProblem later(
      int status, Duration wait, ServerCode code, String problem, String remedy) {
    return new ApiProblem(status, Diagnostic.error(code, problem, remedy), Optional.of(wait));
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }

  /** What is wrong. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }

  /** When to try again. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
