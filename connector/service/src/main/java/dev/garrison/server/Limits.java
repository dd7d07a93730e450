package dev.garrison.server;

import dev.garrison.manifest.service.ServerSection;
import java.time.Duration;

/**
 * Limits for clients of the server.
 *
 * @param body bytes of a request's body
 * @param header bytes of its address and headers
 * @param idle time without any data sent or received
 * @param wholeHeader how long a connection may take until the end of its next address and headers
 * @param wholeBody how long a body may take from its first byte to its last
 * @param connections at once
 * @param connectionsPerAddress at once, of one address
 * @param requestsPerMinute of one token
 * @param failuresPerMinute to sign in, of one address
 */
public record Limits(
    int body,
    int header,
    Duration idle,
    Duration wholeHeader,
    Duration wholeBody,
    int connections,
    int connectionsPerAddress,
    int requestsPerMinute,
    int failuresPerMinute) {
  /** Default limits: the needs of a site, with some reserve. */
  public static final Limits DEFAULT =
      new Limits(
          64 * 1024,
          8 * 1024,
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          2000,
          ServerSection.CONNECTIONS_PER_ADDRESS,
          600,
          20);

  /** Limits of the manifest, and the default ones for the rest. */
  public static Limits of(ServerSection section) {
    return DEFAULT.withConnectionsPerAddress(section.connectionsPerAddress());
  }

  private Limits withConnectionsPerAddress(int most) {
    return new Limits(
        body,
        header,
        idle,
        wholeHeader,
        wholeBody,
        connections,
        most,
        requestsPerMinute,
        failuresPerMinute);
  }
}
