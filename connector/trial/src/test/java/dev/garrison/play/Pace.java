package dev.garrison.play;

import java.time.Duration;

/**
 * How a rollout is played.
 *
 * @param turn from one run of the job to the next
 * @param mostTurns after so many it has to be over
 * @param percent of requests that meet a fault
 * @param seed of these faults
 * @param pausable whether the site lets a deployment be disabled
 */
record Pace(Duration turn, int mostTurns, int percent, long seed, boolean pausable) {
  /** Three runs a day, and nothing goes wrong. */
  static Pace undisturbed() {
    return new Pace(Duration.ofHours(8), 120, 0, 0, true);
  }

  /** A run each night, while nothing goes wrong. */
  static Pace nightly(boolean pausable) {
    return new Pace(Duration.ofDays(1), 60, 0, 0, pausable);
  }

  /** A run each night, while five percent of the requests fail. */
  static Pace disturbed(long seed) {
    return new Pace(Duration.ofDays(1), 300, 5, seed, isPausable(seed));
  }

  /** Half of the sites let a deployment be disabled. */
  static boolean isPausable(long seed) {
    return seed % 2 == 1;
  }
}
