package dev.garrison.cli.wsus;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.cli.output.Columns;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.mecm.softwareupdate.DeploymentRule;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import dev.garrison.survey.point.PointStanding;
import dev.garrison.survey.update.WsusStanding;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.status.Counts;
import dev.garrison.wsus.status.GroupStanding;
import dev.garrison.wsus.status.LineStanding;
import dev.garrison.wsus.status.ServerStanding;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One row of {@code garrison wsus status --csv}. It has a release line for a computer group of a
 * WSUS server or for a ring of a site with a software update point, or the reason why there is
 * none.
 *
 * @param problem the first that kept a server or the site from answering, or the failure of a
 *     server's last synchronization, which has a row of its own
 */
record WsusRow(String server, Optional<Group> group, Optional<String> problem) {
  /** The columns. */
  static final Columns<WsusRow> COLUMNS =
      new Columns<WsusRow>()
          .and("server", WsusRow::server)
          .and("family", of(group -> group.line.family().name()))
          .and("channel", of(group -> group.line.channel().name()))
          .and("current version", row -> row.group.flatMap(Group::current))
          .and("update id", row -> row.group.flatMap(Group::update))
          .and("group", of(Group::name))
          .and("approved", of(group -> group.approved ? "yes" : "no"))
          .and("inherited", of(group -> group.inherited ? "yes" : "no"))
          .and("by", row -> row.group.flatMap(Group::by))
          .and("installed", of(Group::installed))
          .and("needed", of(Group::needed))
          .and("failed", row -> row.group.flatMap(Group::failed))
          .and("unknown", of(Group::unknown))
          .and("not applicable", of(Group::notApplicable))
          .and("problem", WsusRow::problem);

  /**
   * A computer group or a ring.
   *
   * @param by the administrator who approved, or the rule that deploys
   * @param failed empty for a ring: the site counts these computers as missing the update
   */
  private record Group(
      ReleaseLine line,
      Optional<SensorVersion> current,
      Optional<UUID> update,
      String name,
      boolean approved,
      boolean inherited,
      Optional<String> by,
      int installed,
      int needed,
      Optional<Integer> failed,
      int unknown,
      int notApplicable) {}

  private static Function<WsusRow, ?> of(Function<Group, ?> value) {
    return row -> row.group.map(value);
  }

  /** The rows of every server, then those of the site. */
  static List<WsusRow> of(WsusStanding all) {
    return Stream.concat(
            all.servers().stream().flatMap(WsusRow::of), all.point().stream().flatMap(WsusRow::of))
        .toList();
  }

  private static Stream<WsusRow> of(ServerStanding standing) {
    return switch (standing) {
      case ServerStanding.Unreachable(var server, var why) ->
          Stream.of(unreachable(server.name(), why));
      case ServerStanding.Reached reached ->
          Stream.concat(
              reached.failed().stream().map(failed -> failed(reached.server().name(), failed)),
              reached.lines().stream()
                  .flatMap(line -> line.groups().stream().map(group -> of(line, group)))
                  .map(group -> row(reached.server().name(), group)));
    };
  }

  private static WsusRow failed(String server, SyncEvent failed) {
    return new WsusRow(
        server,
        Optional.empty(),
        Optional.of(SyncFailureText.of(failed, failed.at().toString()).toString()));
  }

  private static Stream<WsusRow> of(PointStanding standing) {
    return switch (standing) {
      case PointStanding.Unreachable(var site, var why) ->
          Stream.of(unreachable("site " + site, why));
      case PointStanding.Reached reached ->
          reached.lines().stream()
              .flatMap(line -> reached.rings().stream().map(ring -> of(reached, line, ring)))
              .map(group -> row("site " + reached.site(), group));
    };
  }

  private static WsusRow unreachable(String server, List<Diagnostic> why) {
    return new WsusRow(server, Optional.empty(), Optional.of(why.getFirst().problem()));
  }

  private static WsusRow row(String server, Group group) {
    return new WsusRow(server, Optional.of(group), Optional.empty());
  }

  private static Group of(LineStanding line, GroupStanding group) {
    Counts counts = group.counts();
    return new Group(
        line.line(),
        line.current().map(SensorUpdate::version),
        line.current().map(SensorUpdate::id),
        group.group().name(),
        group.isApproved(),
        group.isInherited(),
        group.decision().map(Approval::admin),
        counts.installed(),
        counts.needed(),
        Optional.of(counts.failed()),
        counts.unknown(),
        counts.notApplicable());
  }

  private static Group of(PointStanding.Reached reached, ReleaseLine line, RingCoverage ring) {
    Optional<SensorVersion> current = reached.updates().current(line).map(SiteRelease::version);
    UpdateCounts counts = reached.counts(ring, line);
    boolean hasCurrent =
        ring.newest(line)
            .filter(newest -> newest.by().isEnabled())
            .map(newest -> newest.release().version())
            .equals(current);
    return new Group(
        line,
        current,
        Optional.empty(),
        ring.ring().name(),
        current.isPresent() && hasCurrent,
        false,
        ring.rule().map(DeploymentRule::name),
        counts.installed(),
        counts.missing(),
        Optional.empty(),
        counts.unknown(),
        counts.notRequired());
  }
}
