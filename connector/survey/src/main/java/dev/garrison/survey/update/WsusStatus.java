package dev.garrison.survey.update;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.survey.point.PointStanding;
import dev.garrison.survey.point.PointSurveyor;
import dev.garrison.wsus.status.ServerStanding;
import dev.garrison.wsus.status.ServerStandings;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Reads the status of all update servers, and of the site's software update point. */
public final class WsusStatus {
  private final UpdateAccess access;
  private final InstantSource clock;

  public WsusStatus(UpdateAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  /**
   * Reads the servers as {@link ServerStandings} does, and the site where needed. The site is read
   * where its point serves a ring and no single server was asked for. A failure on the site is part
   * of its status.
   *
   * @throws RefusalException if there is no server to read, or not this one
   */
  public WsusStanding read(Optional<String> only) {
    Optional<SensorUpdateSection> served =
        access
            .manifest()
            .wsus()
            .sensorUpdate()
            .filter(section -> section.isServedBySite() && only.isEmpty());
    boolean isSiteEnough = served.isPresent() && access.manifest().wsus().servers().isEmpty();
    List<ServerStanding> servers =
        isSiteEnough ? List.of() : new ServerStandings(access, clock).read(only);
    return new WsusStanding(servers, served.map(this::point));
  }

  private PointStanding point(SensorUpdateSection section) {
    return new PointSurveyor(access.site(), access.manifest().site().code(), section).read();
  }
}
