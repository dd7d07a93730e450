package dev.garrison.wsus.status;

import dev.garrison.survey.point.PointStanding;
import java.util.List;
import java.util.Optional;

/**
 * Where a manifest's update servers stand, and the software update point of its site.
 *
 * @param servers in the order of the manifest
 * @param point where it serves a ring, and was asked for
 */
public record WsusStanding(List<ServerStanding> servers, Optional<PointStanding> point) {
  public WsusStanding {
    servers = List.copyOf(servers);
  }

  /** How many did not answer. */
  public long unreachable() {
    return servers.stream().filter(ServerStanding.Unreachable.class::isInstance).count()
        + point.stream().filter(PointStanding.Unreachable.class::isInstance).count();
  }

  /** How many answered, and a person has to look at them. */
  public long toLookAt() {
    return servers.stream().filter(ServerStanding::needsLook).count()
        + point.stream().filter(PointStanding::needsLook).count()
        - unreachable();
  }
}
