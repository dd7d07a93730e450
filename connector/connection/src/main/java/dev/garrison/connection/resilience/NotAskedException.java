package dev.garrison.connection.resilience;

/** A request that was certainly not sent. The message gives the reason in a few words. */
public final class NotAskedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Reason why a request was not sent. */
  public enum Reason {
    /** The server failed so often that it is set aside for a while. */
    SET_ASIDE,
    /** The largest number of requests is under way. */
    NO_FREE_PLACE
  }

  private final Reason reason;

  NotAskedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
