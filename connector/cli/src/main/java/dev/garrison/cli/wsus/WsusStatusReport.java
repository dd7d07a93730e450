package dev.garrison.cli.wsus;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.cli.output.Html;
import dev.garrison.cli.output.Tables;
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
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where WSUS servers stand, as one self-contained page that prints well. It loads nothing. */
final class WsusStatusReport {
  private static final DateTimeFormatter ZONED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ROOT);
  private static final String STYLE =
      """
      body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
      table{border-collapse:collapse;width:100%}
      td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}
      th{background:#eee}
      @media print{body{max-width:none;margin:0;font-size:11px}h2,h3{break-after:avoid}
      tr{break-inside:avoid}thead{display:table-header-group}
      th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
      """;

  private final ZoneId zone;
  private final StringBuilder page = new StringBuilder();

  private WsusStatusReport(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The page.
   *
   * @param manifest its name
   */
  static String render(String manifest, WsusStanding standing, Instant now, ZoneId zone) {
    return new WsusStatusReport(zone).page(manifest, standing, now);
  }

  private String page(String manifest, WsusStanding all, Instant now) {
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(Html.text("Garrison WSUS status " + manifest))
        .append("</title><style>\n")
        .append(STYLE)
        .append("</style></head><body>\n<h1>")
        .append(Html.text(WsusStatusView.verdict(all)))
        .append("</h1>\n<table>\n")
        .append(Tables.fact("Manifest", manifest))
        .append(Tables.fact("As of", time(now)))
        .append("</table>\n<h2>Servers</h2>\n")
        .append(Tables.head(Stream.of("Server", "WSUS", "Owner", "Synchronised", "To look at")));
    all.servers().forEach(this::summary);
    page.append(Tables.END);
    for (ServerStanding standing : all.servers()) {
      title("h2", standing.server().name());
      switch (standing) {
        case ServerStanding.Unreachable(_, List<Diagnostic> why) -> why.forEach(this::problem);
        case ServerStanding.Reached reached -> reached(reached);
      }
    }
    all.point().ifPresent(this::point);
    meanings();
    return page.append("</body></html>\n").toString();
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
    page.append(Tables.row(cells));
  }

  private void reached(ServerStanding.Reached reached) {
    if (reached.lines().isEmpty()) {
      text("No update of the sensor is in force here.");
    }
    reached.lines().forEach(this::line);
    if (!reached.unread().isEmpty()) {
      title("h3", "Left alone: the title does not tell family and version");
      reached.unread().forEach(this::text);
    }
    if (!reached.leftOut().isEmpty()) {
      title("h3", "Left alone: rows of the server that are not understood");
      reached.leftOut().forEach(this::text);
    }
    if (!reached.contradictions().isEmpty()) {
      title("h3", "Two answers of the server that do not agree");
      reached.contradictions().forEach(this::problem);
    }
    title("h3", "Only shown, never touched");
    page.append(Tables.head(Stream.of("Article", "What", "Newest", "Published", "Approved for")));
    reached.neighbours().forEach(this::neighbour);
    page.append(Tables.END);
  }

  private void line(LineStanding line) {
    title("h3", line.line().toString());
    text(
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
      page.append(
          Tables.head(
              Stream.of(
                  "Group",
                  "Approval",
                  "Installed",
                  "Needed",
                  "Failed",
                  "Unknown",
                  "Not applicable")));
      line.groups().forEach(this::group);
      page.append(Tables.END);
    }
  }

  private String current(SensorUpdate sensor) {
    return "Current is %s, here since %s."
        .formatted(sensor.version(), time(sensor.update().standing().arrived()));
  }

  private void group(GroupStanding group) {
    Counts counts = group.counts();
    page.append(
        Tables.row(
            Stream.concat(
                Stream.of(group.group().name(), WsusStatusView.decision(group)),
                Stream.of(
                        counts.installed(),
                        counts.needed(),
                        counts.failed(),
                        counts.unknown(),
                        counts.notApplicable())
                    .map(String::valueOf))));
  }

  private void neighbour(NeighbourStanding neighbour) {
    page.append(
        Tables.row(
            Stream.of(
                "KB" + neighbour.article(),
                neighbour.what(),
                neighbour.newest().map(update -> update.labels().title()).orElse("none here"),
                neighbour.newest().map(update -> time(update.standing().created())).orElse(""),
                String.join(", ", neighbour.approved()))));
  }

  private void point(PointStanding standing) {
    title("h2", "Software update point of " + standing.site());
    switch (standing) {
      case PointStanding.Unreachable(_, List<Diagnostic> why) -> why.forEach(this::problem);
      case PointStanding.Reached reached -> point(reached);
    }
  }

  private void point(PointStanding.Reached reached) {
    ReleaseWords words = new ReleaseWords(reached.updates(), zone);
    page.append("<table>\n")
        .append(Tables.fact("Point", PointView.points(reached, words)))
        .append(
            Tables.fact(SiteUpdateReader.PRODUCT, PointView.product(reached.updates().product())));
    reached
        .rings()
        .forEach(ring ->
            page.append(Tables.fact("Ring " + ring.ring().name(), PointView.rule(ring, words))));
    page.append("</table>\n");
    for (ReleaseLine line : reached.lines()) {
      title("h3", line.toString());
      text(PointView.current(reached.updates(), line) + ".");
      page.append(
          Tables.head(
              Stream.of("Ring", "Deployed", "Installed", "Missing", "Unknown", "Not required")));
      reached.rings().forEach(ring -> row(reached, ring, line, words));
      page.append(Tables.END);
    }
    if (reached.needsLook()) {
      title("h3", "To look at");
      reached.findings().forEach(this::problem);
    }
  }

  private void row(
      PointStanding.Reached reached, RingCoverage ring, ReleaseLine line, ReleaseWords words) {
    UpdateCounts counts = reached.counts(ring, line);
    page.append(
        Tables.row(
            Stream.concat(
                Stream.of(ring.ring().name(), words.release(ring, line)),
                Stream.of(
                        counts.installed(),
                        counts.missing(),
                        counts.unknown(),
                        counts.notRequired())
                    .map(String::valueOf))));
  }

  private void meanings() {
    title("h2", "How to read this");
    text(
        "KB5005292 is one number for many updates; current is the newest that is published, not"
            + " declined and not superseded, within one family and channel. A group inside another"
            + " one inherits its approval, and All Computers counts every computer. Not applicable"
            + " means that the agent is missing there, or that the computer is of another family."
            + " Nothing was written.");
  }

  private void problem(Diagnostic problem) {
    text("%s %s [%s]".formatted(problem.problem(), problem.remedy(), problem.code().label()));
  }

  private void title(String level, String title) {
    page.append("<%s>".formatted(level))
        .append(Html.text(title))
        .append("</%s>\n".formatted(level));
  }

  private void text(String text) {
    page.append("<p>").append(Html.text(text)).append("</p>\n");
  }

  private String time(Instant at) {
    return ZONED.format(at.atZone(zone));
  }
}
