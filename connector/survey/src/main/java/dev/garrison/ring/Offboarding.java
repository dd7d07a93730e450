package dev.garrison.ring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Servers that must leave one side, as the site shows them.
 *
 * @param servers sorted by name
 * @param changed time of the last change of members in a collection of that side; empty when there
 *     is no such collection
 * @param comparable whether the site's times can be compared: none lies in the future
 */
public record Offboarding(
    List<LeavingServer> servers, Optional<Instant> changed, boolean comparable) {
  /** Empty list of servers. */
  public static final Offboarding NONE = new Offboarding(List.of(), Optional.empty(), true);

  public Offboarding {
    servers = List.copyOf(servers);
  }
}
