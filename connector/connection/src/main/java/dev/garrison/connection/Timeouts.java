package dev.garrison.connection;

import java.time.Duration;

/**
 * How long Garrison waits.
 *
 * @param connect for the connection, TLS included
 * @param response for the first and between any two pieces of an answer
 * @param answer for a whole ordinary answer, so that one that dribbles ends too
 * @param list for one whole page of a list, with the work done on its rows
 */
public record Timeouts(Duration connect, Duration response, Duration answer, Duration list) {
  /** Ten seconds, one minute, two minutes, half an hour. */
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(30));

  public Timeouts {
    if (!connect.isPositive()
        || !response.isPositive()
        || !answer.isPositive()
        || !list.isPositive()) {
      throw new IllegalArgumentException("a timeout is longer than zero");
    }
  }
}
