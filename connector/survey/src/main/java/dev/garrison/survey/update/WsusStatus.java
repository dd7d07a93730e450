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

/** Reads where all update servers stand, and the software update point of the site. */
public final class WsusStatus {
  private final UpdateAccess access;
  private final InstantSource clock;

  public WsusStatus(UpdateAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  /**
   * The servers as {@link ServerStandings} reads them; the site where its point serves a ring, and
   * no single server was asked for. What fails on the site is in its standing.
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
