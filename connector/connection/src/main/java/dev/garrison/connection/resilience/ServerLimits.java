package dev.garrison.connection.resilience;

import java.time.Duration;

/**
 * How one server is spared.
 *
 * @param mostAtOnce how many requests may be under way
 * @param longestWait for a free place among them
 * @param failures after so many in a row the server is set aside
 * @param rest how long it is then left in peace
 */
public record ServerLimits(int mostAtOnce, Duration longestWait, int failures, Duration rest) {
  public ServerLimits {
    if (mostAtOnce < 1 || failures < 1 || longestWait.isNegative() || !rest.isPositive()) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
