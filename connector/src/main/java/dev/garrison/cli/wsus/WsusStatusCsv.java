package dev.garrison.cli.wsus;

import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.cli.page.Csv;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.status.GroupStanding;
import dev.garrison.wsus.status.LineStanding;
import dev.garrison.wsus.status.ServerStanding;
import java.io.PrintWriter;
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

  static void print(PrintWriter out, List<ServerStanding> standings) {
    Csv.line(out, HEAD);
    for (ServerStanding standing : standings) {
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
