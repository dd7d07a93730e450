package dev.garrison.json;

/** Text that is not the requested JSON. The message gives the place, never the content. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Text that is JSON, but not the requested one. */
  public JsonException(String message) {
    super(message);
  }

  /** Text that is not the requested JSON, with the cause. */
  public JsonException(String message, Throwable cause) {
    super(message, cause);
  }
}
