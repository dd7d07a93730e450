package dev.garrison.lab.adminservice.digest;

/** Signals a digest that the provider refuses. */
public final class DigestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DigestException(String message) {
    super(message, null, false, false);
  }

  /** Reason of the refusal. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
