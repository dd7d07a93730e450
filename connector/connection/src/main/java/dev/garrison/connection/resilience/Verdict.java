package dev.garrison.connection.resilience;

import java.time.Duration;

/** Consequence of a failed attempt for the next one. */
public sealed interface Verdict {
  /** A further attempt would fail too, or is not allowed. */
  record GiveUp() implements Verdict {}

  /**
   * The failure may be temporary.
   *
   * @param atLeast the wait that the server requests; zero when it requests none
   */
  record TryAgain(Duration atLeast) implements Verdict {}
}
