package dev.garrison.notice;

import java.time.Instant;

/**
 * A fact as a message tells it.
 *
 * @param since when it was first seen
 */
public record Noted(State state, Fact fact, Instant since) {
  /** What there is to tell of it. */
  public enum State {
    NEW("new"),
    /** Told before, and still so. */
    STILL("still"),
    OVER("over");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As messages have it. */
    public String word() {
      return word;
    }
  }
}
