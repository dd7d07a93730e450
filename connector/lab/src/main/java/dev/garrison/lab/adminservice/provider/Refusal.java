package dev.garrison.lab.adminservice.provider;

/** Signals that the server refuses a request, with an HTTP status and an error message. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** Refuses a request with a status. */
  public static Refusal of(int status, String message) {
    return new Refusal(status, message);
  }

  /** Refuses a request that cannot be understood (400). */
  public static Refusal badRequest(String message) {
    return new Refusal(400, message);
  }

  /** Refuses an unknown object or method, or wrong parameters (404). */
  public static Refusal notFound(String message) {
    return new Refusal(404, message);
  }

  /**
   * Refuses a request as the SMS Provider does (500). A real site writes the reason to SMSProv.log;
   * the lab puts it into the message, for the reader of a failing test.
   */
  public static Refusal byProvider(String reason) {
    return new Refusal(500, "An error has occurred. [" + reason + "]");
  }

  /** Refuses a request because the account lacks a right (403, without a body). */
  public static Refusal forbidden() {
    return new Refusal(403, "");
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Message; empty if the answer has no body. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
