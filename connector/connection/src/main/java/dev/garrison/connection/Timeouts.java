package dev.garrison.connection;

import java.time.Duration;

/**
 * Longest waits for a server.
 *
 * @param connect for the connection, including TLS
 * @param response for the beginning of an answer and between any two pieces of it
 * @param answer for a complete ordinary answer, so that a slow one ends too
 * @param list for a complete page of a list, including the work on its rows
 */
public record Timeouts(Duration connect, Duration response, Duration answer, Duration list) {
  /** Timeouts of ten seconds, one minute, two minutes, and half an hour. */
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
