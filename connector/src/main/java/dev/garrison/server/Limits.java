package dev.garrison.server;

import java.time.Duration;

/**
 * How much of everything a client may have.
 *
 * @param body bytes of a request's body
 * @param header bytes of its address and headers
 * @param idle how long nothing may come or go
 * @param wholeBody how long a body may take
 * @param connections at once
 * @param requestsPerMinute of one token
 * @param failuresPerMinute to sign in, of one address
 */
public record Limits(
    int body,
    int header,
    Duration idle,
    Duration wholeBody,
    int connections,
    int requestsPerMinute,
    int failuresPerMinute) {
  /** What a site needs, and some. */
  public static final Limits DEFAULT =
      new Limits(64 * 1024, 8 * 1024, Duration.ofSeconds(20), Duration.ofSeconds(10), 256, 600, 20);
}
