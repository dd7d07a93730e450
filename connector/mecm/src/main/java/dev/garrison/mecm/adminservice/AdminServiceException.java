package dev.garrison.mecm.adminservice;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.time.Duration;
import java.util.Optional;

/** Failure of a request to the administration service, with a diagnostic for the operator. */
public final class AdminServiceException extends RefusalException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_PATH = 160;

  /**
   * The request that failed.
   *
   * @param server its name
   * @param path below the service
   * @param section of the manifest that names the account
   */
  record Request(String method, String server, String path, String section) {}

  private final transient AnswerFailure failure;
  private final transient Request request;

  AdminServiceException(Request request, AnswerFailure failure) {
    super(diagnostic(request, failure), failure);
    this.failure = failure;
    this.request = request;
  }

  private static Diagnostic diagnostic(Request request, AnswerFailure failure) {
    String path = request.path();
    String shown = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path;
    return Diagnostic.error(
        failure.kind(),
        Message.of(
            failure.kind().key(),
            "server",
            request.server(),
            "method",
            request.method(),
            "path",
            shown,
            "detail",
            failure.detail(),
            "section",
            request.section()));
  }

  public FailureKind kind() {
    return failure.kind();
  }

  /** The HTTP status, or 0 if there was no answer. */
  public int status() {
    return failure.status();
  }

  /** First line of the server's message, or the reason why there was no answer. */
  public String serverMessage() {
    return failure.reason().toString();
  }

  public String method() {
    return request.method();
  }

  /** Path below the address of the service, such as {@code wmi/SMS_Site}. */
  public String path() {
    return request.path();
  }

  /** Whether the request may be sent to another provider. */
  boolean mayGoElsewhere() {
    return failure.again().elsewhere();
  }

  /** Shortest wait before the same provider may be asked again; empty if it may not. */
  Optional<Duration> patience() {
    return failure.again().here();
  }
}
