package dev.garrison.connection.resilience;

import java.time.Duration;

/**
 * Limits that protect one server from overload.
 *
 * @param mostAtOnce most requests under way
 * @param longestWait for a free place among them
 * @param failures number of failures in a row after which the server is set aside
 * @param rest time for which it is set aside
 */
public record ServerLimits(int mostAtOnce, Duration longestWait, int failures, Duration rest) {
  public ServerLimits {
    if (mostAtOnce < 1 || failures < 1 || longestWait.isNegative() || !rest.isPositive()) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
