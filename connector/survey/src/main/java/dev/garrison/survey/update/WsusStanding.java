package dev.garrison.survey.update;

import dev.garrison.survey.point.PointStanding;
import dev.garrison.wsus.status.ServerStanding;
import java.util.List;
import java.util.Optional;

/**
 * Status of a manifest's update servers, and of its site's software update point.
 *
 * @param servers in the order of the manifest
 * @param point where it serves a ring, and was asked for
 */
public record WsusStanding(List<ServerStanding> servers, Optional<PointStanding> point) {
  public WsusStanding {
    servers = List.copyOf(servers);
  }

  /** Number of servers that could not be read. */
  public long unreachable() {
    return servers.stream().filter(ServerStanding.Unreachable.class::isInstance).count();
  }

  /** Number of servers that were read and need attention. */
  public long toLookAt() {
    return servers.stream().filter(ServerStanding::needsLook).count() - unreachable();
  }

  /** Checks whether the site was asked for its software update point, which could not be read. */
  public boolean isPointUnreachable() {
    return point.filter(PointStanding.Unreachable.class::isInstance).isPresent();
  }

  /** Checks whether the site's software update point was read and needs attention. */
  public boolean isPointToLookAt() {
    return point.filter(PointStanding::needsLook).isPresent() && !isPointUnreachable();
  }

  /** Checks whether any server, or the software update point, could not be read. */
  public boolean hasSilence() {
    return unreachable() > 0 || isPointUnreachable();
  }

  /** Checks whether any server, or the software update point, was read and needs attention. */
  public boolean needsLook() {
    return toLookAt() > 0 || isPointToLookAt();
  }
}
