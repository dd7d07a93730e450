package dev.garrison.cli.wsus;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.cli.output.Csv;
import dev.garrison.mecm.softwareupdate.DeploymentRule;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import dev.garrison.survey.point.PointStanding;
import dev.garrison.survey.update.WsusStanding;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.status.GroupStanding;
import dev.garrison.wsus.status.LineStanding;
import dev.garrison.wsus.status.ServerStanding;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Where WSUS servers stand, for a spreadsheet. Columns are only ever added at the end. */
final class WsusStatusCsv {
  private static final List<String> HEAD =
      List.of(
          "server",
          "family",
          "channel",
          "current version",
          "update id",
          "group",
          "approved",
          "inherited",
          "by",
          "installed",
          "needed",
          "failed",
          "unknown",
          "not applicable",
          "problem");

  private WsusStatusCsv() {}

  static void print(PrintWriter out, WsusStanding all) {
    Csv.line(out, HEAD);
    for (ServerStanding standing : all.servers()) {
      switch (standing) {
        case ServerStanding.Unreachable(var server, var why) ->
            Csv.line(
                out,
                List.of(
                    server.name(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    why.getFirst().problem()));
        case ServerStanding.Reached reached ->
            reached
                .lines()
                .forEach(line ->
                    line.groups()
                        .forEach(
                            group -> Csv.line(out, cells(reached.server().name(), line, group))));
      }
    }
    all.point().ifPresent(point -> print(out, point));
  }

  /** A ring takes the place of a group, and the rule that of who approved. */
  private static void print(PrintWriter out, PointStanding point) {
    switch (point) {
      case PointStanding.Unreachable(var site, var why) -> {
        List<String> cells = new ArrayList<>(Collections.nCopies(HEAD.size(), ""));
        cells.set(0, "site " + site);
        cells.set(HEAD.size() - 1, why.getFirst().problem());
        Csv.line(out, cells);
      }
      case PointStanding.Reached reached -> {
        for (ReleaseLine line : reached.lines()) {
          reached.rings().forEach(ring -> Csv.line(out, cells(reached, line, ring)));
        }
      }
    }
  }

  private static List<String> cells(
      PointStanding.Reached reached, ReleaseLine line, RingCoverage ring) {
    Optional<SensorVersion> current = reached.updates().current(line).map(SiteRelease::version);
    UpdateCounts counts = reached.counts(ring, line);
    boolean hasCurrent =
        ring.newest(line)
            .filter(newest -> newest.by().isEnabled())
            .map(newest -> newest.release().version())
            .equals(current);
    return List.of(
        "site " + reached.site(),
        line.family().name(),
        line.channel().name(),
        current.map(SensorVersion::toString).orElse(""),
        "",
        ring.ring().name(),
        current.isPresent() && hasCurrent ? "yes" : "no",
        "no",
        ring.rule().map(DeploymentRule::name).orElse(""),
        String.valueOf(counts.installed()),
        String.valueOf(counts.missing()),
        "",
        String.valueOf(counts.unknown()),
        String.valueOf(counts.notRequired()),
        "");
  }

  private static List<String> cells(String server, LineStanding line, GroupStanding group) {
    Optional<SensorUpdate> current = line.current();
    return List.of(
        server,
        line.line().family().name(),
        line.line().channel().name(),
        current.map(sensor -> sensor.version().toString()).orElse(""),
        current.map(sensor -> sensor.id().toString()).orElse(""),
        group.group().name(),
        group.isApproved() ? "yes" : "no",
        group.isInherited() ? "yes" : "no",
        group.decision().map(Approval::admin).orElse(""),
        String.valueOf(group.counts().installed()),
        String.valueOf(group.counts().needed()),
        String.valueOf(group.counts().failed()),
        String.valueOf(group.counts().unknown()),
        String.valueOf(group.counts().notApplicable()),
        "");
  }
}
