package dev.garrison.connection.resilience;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/**
 * How often something is tried and how long the waits between are.
 *
 * @param attempts in all, the first one included
 * @param first the wait after the first attempt, before chance is applied
 * @param factor by which each further wait is longer
 * @param longest a server that asks for a longer wait than this is not asked again
 */
public record BackOff(int attempts, Duration first, double factor, Duration longest) {
  /** A wait is this part shorter or longer, by chance. */
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
   * @param chance from 0 up to but not 1
   */
  Duration wait(int attempt, double chance) {
    long nominal = IntervalFunction.ofExponentialBackoff(first, factor).apply(attempt);
    return Duration.ofMillis(Math.round(nominal * (1 - SPREAD + 2 * SPREAD * chance)));
  }
}
