package dev.garrison.wsus.updateserver;

import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.diagnostic.RefusalException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Address and connection settings of one update server.
 *
 * @param name of the server in messages and records
 * @param address scheme, server and port, such as {@code https://wsus01.contoso.example:8531}
 * @param connection the policy for connections to it
 * @param writing the policy for write requests, where another account sends them; requested for the
 *     first of them, so that reading needs none of its secrets
 * @param place of the server in the manifest, for remedies
 */
public record UpdateServerSettings(
    String name,
    URI address,
    ConnectionPolicy connection,
    Optional<Supplier<ConnectionPolicy>> writing,
    String place) {
  /**
   * Timeouts for requests. Microsoft's own client waits three minutes for most answers, and half an
   * hour for others.
   */
  public static final Timeouts TIMEOUTS =
      new Timeouts(
          Duration.ofSeconds(10),
          Duration.ofMinutes(3),
          Duration.ofMinutes(3),
          Duration.ofMinutes(30));

  /** Settings of a server that is called by its host and port. */
  public UpdateServerSettings(
      URI address,
      ConnectionPolicy connection,
      Optional<Supplier<ConnectionPolicy>> writing,
      String place) {
    this(address.getAuthority(), address, connection, writing, place);
  }

  /**
   * @throws RefusalException if the address may not be used
   */
  public UpdateServerSettings {
    check(address, connection);
  }

  /**
   * Policy for write requests.
   *
   * @throws RefusalException if the address may not be used with it
   */
  ConnectionPolicy forWriting() {
    ConnectionPolicy policy =
        writing.map(other -> other.get().within(connection.timeouts())).orElse(connection);
    check(address, policy);
    return policy;
  }

  private static void check(URI address, ConnectionPolicy policy) {
    policy
        .objection(address)
        .ifPresent(objection -> {
          throw new RefusalException(objection);
        });
  }
}
