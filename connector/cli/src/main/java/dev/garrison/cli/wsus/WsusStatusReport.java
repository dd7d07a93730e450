package dev.garrison.cli.wsus;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.cli.output.ReportPage;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteUpdateReader;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import dev.garrison.survey.point.PointStanding;
import dev.garrison.survey.point.ReleaseWords;
import dev.garrison.survey.update.WsusStanding;
import dev.garrison.wsus.status.Counts;
import dev.garrison.wsus.status.GroupStanding;
import dev.garrison.wsus.status.LineStanding;
import dev.garrison.wsus.status.NeighbourStanding;
import dev.garrison.wsus.status.ServerStanding;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Status of WSUS servers as one self-contained HTML page that prints well. It loads nothing. */
final class WsusStatusReport {
  private final ZoneId zone;
  private final ReportPage page;

  private WsusStatusReport(ReportPage page, ZoneId zone) {
    this.page = page;
    this.zone = zone;
  }

  /**
   * Makes the page.
   *
   * @param manifest the name of the manifest
   */
  static String render(String manifest, WsusStanding standing, Instant now, ZoneId zone) {
    ReportPage page =
        new ReportPage("Garrison WSUS status " + manifest, WsusStatusView.verdict(standing), "");
    new WsusStatusReport(page, zone).fill(manifest, standing, now);
    return page.html();
  }

  private void fill(String manifest, WsusStanding all, Instant now) {
    page.facts()
        .fact("Manifest", manifest)
        .fact("As of", time(now))
        .end()
        .section("Servers")
        .table("Server", "WSUS", "Owner", "Synchronised", "To look at");
    all.servers().forEach(this::summary);
    page.end();
    for (ServerStanding standing : all.servers()) {
      page.section(standing.server().name());
      switch (standing) {
        case ServerStanding.Unreachable(_, List<Diagnostic> why) -> why.forEach(this::problem);
        case ServerStanding.Reached reached -> reached(reached);
      }
    }
    all.point().ifPresent(this::point);
    meanings();
  }

  private void summary(ServerStanding standing) {
    Stream<String> cells =
        switch (standing) {
          case ServerStanding.Unreachable(var server, _) ->
              Stream.of(server.name(), "", server.owner().word(), "", "did not answer");
          case ServerStanding.Reached reached ->
              Stream.of(
                  reached.server().name(),
                  reached.version(),
                  reached.server().owner().word(),
                  reached.synchronised().map(this::time).orElse("not in 31 days"),
                  reached.needsLook() ? "yes" : "");
        };
    page.row(cells);
  }

  private void reached(ServerStanding.Reached reached) {
    if (reached.lines().isEmpty()) {
      page.text("No update of the sensor is in force here.");
    }
    reached.lines().forEach(this::line);
    if (!reached.unread().isEmpty()) {
      page.subsection("Left alone: the title does not tell family and version");
      reached.unread().forEach(page::text);
    }
    if (!reached.leftOut().isEmpty()) {
      page.subsection("Left alone: rows of the server that are not understood");
      reached.leftOut().forEach(page::text);
    }
    if (!reached.contradictions().isEmpty()) {
      page.subsection("Two answers of the server that do not agree");
      reached.contradictions().forEach(this::problem);
    }
    page.subsection("Only shown, never touched");
    page.table("Article", "What", "Newest", "Published", "Approved for");
    reached.neighbours().forEach(this::neighbour);
    page.end();
  }

  private void line(LineStanding line) {
    page.subsection(line.line().toString());
    page.text(
        switch (line.choice()) {
          case Choice.Selected(SensorUpdate sensor, _) -> current(sensor);
          case Choice.NeedsLicence(SensorUpdate sensor) ->
              current(sensor) + " Licence terms have to be accepted first.";
          case Choice.Nothing(var absence) -> "Nothing is current: " + absence.words() + ".";
          case Choice.Disagreement(var conflict, var sensors, _) ->
              "UNDECIDED, %s: %s."
                  .formatted(
                      conflict.words(),
                      sensors.stream()
                          .map(each -> each.version().toString())
                          .collect(Collectors.joining(", ")));
        });
    if (!line.groups().isEmpty()) {
      page.table("Group", "Approval", "Installed", "Needed", "Failed", "Unknown", "Not applicable");
      line.groups().forEach(this::group);
      page.end();
    }
  }

  private String current(SensorUpdate sensor) {
    return "Current is %s, here since %s."
        .formatted(sensor.version(), time(sensor.update().standing().arrived()));
  }

  private void group(GroupStanding group) {
    Counts counts = group.counts();
    page.row(
        Stream.concat(
            Stream.of(group.group().name(), WsusStatusView.decision(group)),
            Stream.of(
                    counts.installed(),
                    counts.needed(),
                    counts.failed(),
                    counts.unknown(),
                    counts.notApplicable())
                .map(String::valueOf)));
  }

  private void neighbour(NeighbourStanding neighbour) {
    page.row(
        "KB" + neighbour.article(),
        neighbour.what(),
        neighbour.newest().map(update -> update.labels().title()).orElse("none here"),
        neighbour.newest().map(update -> time(update.standing().created())).orElse(""),
        String.join(", ", neighbour.approved()));
  }

  private void point(PointStanding standing) {
    page.section("Software update point of " + standing.site());
    switch (standing) {
      case PointStanding.Unreachable(_, List<Diagnostic> why) -> why.forEach(this::problem);
      case PointStanding.Reached reached -> point(reached);
    }
  }

  private void point(PointStanding.Reached reached) {
    ReleaseWords words = new ReleaseWords(reached.updates(), zone);
    page.facts()
        .fact("Point", PointView.points(reached, words))
        .fact(SiteUpdateReader.PRODUCT, PointView.product(reached.updates().product()));
    reached
        .rings()
        .forEach(ring -> page.fact("Ring " + ring.ring().name(), PointView.rule(ring, words)));
    page.end();
    for (ReleaseLine line : reached.lines()) {
      page.subsection(line.toString());
      page.text(PointView.current(reached.updates(), line) + ".");
      page.table("Ring", "Deployed", "Installed", "Missing", "Unknown", "Not required");
      reached.rings().forEach(ring -> row(reached, ring, line, words));
      page.end();
    }
    if (reached.needsLook()) {
      page.subsection("To look at");
      reached.findings().forEach(this::problem);
    }
  }

  private void row(
      PointStanding.Reached reached, RingCoverage ring, ReleaseLine line, ReleaseWords words) {
    UpdateCounts counts = reached.counts(ring, line);
    page.row(
        Stream.concat(
            Stream.of(ring.ring().name(), words.release(ring, line)),
            Stream.of(counts.installed(), counts.missing(), counts.unknown(), counts.notRequired())
                .map(String::valueOf)));
  }

  private void meanings() {
    page.section("How to read this");
    page.text(
        "KB5005292 is one number for many updates; current is the newest that is published, not"
            + " declined and not superseded, within one family and channel. A group inside another"
            + " one inherits its approval, and All Computers counts every computer. Not applicable"
            + " means that the agent is missing there, or that the computer is of another family."
            + " Nothing was written.");
  }

  private void problem(Diagnostic problem) {
    page.text("%s %s [%s]".formatted(problem.problem(), problem.remedy(), problem.code().label()));
  }

  private String time(Instant at) {
    return new TerminalTime(zone).minute(at);
  }
}
