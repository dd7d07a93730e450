package dev.garrison.json;

/** Text that is not the JSON that was asked for. The message says where, never what stood there. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Text that is JSON, but not what was asked for. */
  public JsonException(String message) {
    super(message);
  }

  /** The same with what went wrong. */
  public JsonException(String message, Throwable cause) {
    super(message, cause);
  }
}
