package dev.garrison.lab.adminservice.provider;

/** Signals that the server refuses a request, with an HTTP status and an error message. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** A refusal with its status. */
  public static Refusal of(int status, String message) {
    return new Refusal(status, message);
  }

  /** The request cannot be understood. */
  public static Refusal badRequest(String message) {
    return new Refusal(400, message);
  }

  /** No such thing, or no such method, or its parameters are wrong. */
  public static Refusal notFound(String message) {
    return new Refusal(404, message);
  }

  /**
   * The SMS Provider said no. A real site keeps the reason in SMSProv.log; the lab says it, for the
   * one who reads a failing test.
   */
  public static Refusal byProvider(String reason) {
    return new Refusal(500, "An error has occurred. [" + reason + "]");
  }

  /** The account lacks a right; there is no body. */
  public static Refusal forbidden() {
    return new Refusal(403, "");
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The message; empty where the answer has no body. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
