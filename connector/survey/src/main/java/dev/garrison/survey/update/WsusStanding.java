package dev.garrison.survey.update;

import dev.garrison.survey.point.PointStanding;
import dev.garrison.wsus.status.ServerStanding;
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

  /** How many servers did not answer. */
  public long unreachable() {
    return servers.stream().filter(ServerStanding.Unreachable.class::isInstance).count();
  }

  /** How many servers answered, and a person has to look at them. */
  public long toLookAt() {
    return servers.stream().filter(ServerStanding::needsLook).count() - unreachable();
  }

  /** Whether the site was asked for its software update point, and did not tell. */
  public boolean isPointUnreachable() {
    return point.filter(PointStanding.Unreachable.class::isInstance).isPresent();
  }

  /** Whether the site told of its point, and a person has to look at it. */
  public boolean isPointToLookAt() {
    return point.filter(PointStanding::needsLook).isPresent() && !isPointUnreachable();
  }

  /** Whether anything did not answer. */
  public boolean hasSilence() {
    return unreachable() > 0 || isPointUnreachable();
  }

  /** Whether a person has to look at anything that answered. */
  public boolean needsLook() {
    return toLookAt() > 0 || isPointToLookAt();
  }
}
