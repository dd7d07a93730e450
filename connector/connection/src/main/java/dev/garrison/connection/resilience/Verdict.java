package dev.garrison.connection.resilience;

import java.time.Duration;

/** What a failed attempt means for the next one. */
public sealed interface Verdict {
  /** It would fail again, or must not be tried again. */
  record GiveUp() implements Verdict {}

  /**
   * It may pass.
   *
   * @param atLeast how long the server asks to wait; zero when it does not
   */
  record TryAgain(Duration atLeast) implements Verdict {}
}
