package dev.garrison.connection.resilience;

/** A request that was certainly not sent. The message says why in a few words. */
public final class NotAskedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The server failed so often that it is left in peace for a while. */
    SET_ASIDE,
    /** As many requests are under way as may be. */
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
