package dev.garrison.connection.resilience;

import dev.garrison.language.Text;
import dev.garrison.language.TextFailure;

/** A request that was certainly not sent. The message gives the reason in a few words. */
public final class NotAskedException extends RuntimeException implements TextFailure {
  private static final long serialVersionUID = 1L;

  /** Reason why a request was not sent. */
  public enum Reason {
    /** The server failed so often that it is set aside for a while. */
    SET_ASIDE,
    /** The largest number of requests is under way. */
    NO_FREE_PLACE
  }

  private final Reason reason;
  private final transient Text words;

  NotAskedException(Reason reason, Text words) {
    super(words.toString());
    this.reason = reason;
    this.words = words;
  }

  @Override
  public Text words() {
    return words;
  }

  public Reason reason() {
    return reason;
  }
}
