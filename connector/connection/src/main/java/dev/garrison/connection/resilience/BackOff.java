package dev.garrison.connection.resilience;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/**
 * Number of attempts and lengths of the waits between them.
 *
 * @param attempts in total, including the first one
 * @param first the wait after the first attempt, before the random spread
 * @param factor by which each further wait is longer
 * @param longest if a server requests a longer wait than this, there is no further attempt
 */
public record BackOff(int attempts, Duration first, double factor, Duration longest) {
  /** Random spread: a wait is up to this part shorter or longer. */
  private static final double SPREAD = 0.5;

  public BackOff {
    if (attempts < 1 || !first.isPositive() || factor < 1 || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("a back-off tries once or more and waits ever longer");
    }
  }

  /**
   * The wait after an attempt.
   *
   * @param attempt the first is 1
   * @param chance a random number from 0 (inclusive) to 1 (exclusive)
   */
  Duration wait(int attempt, double chance) {
    long nominal = IntervalFunction.ofExponentialBackoff(first, factor).apply(attempt);
    return Duration.ofMillis(Math.round(nominal * (1 - SPREAD + 2 * SPREAD * chance)));
  }
}
