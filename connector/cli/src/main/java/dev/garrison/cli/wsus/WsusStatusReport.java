package dev.garrison.cli.wsus;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.cli.output.ReportPage;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteUpdateReader;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import dev.garrison.survey.point.PointStanding;
import dev.garrison.survey.point.ReleaseWords;
import dev.garrison.survey.update.WsusStanding;
import dev.garrison.wsus.sensor.ChoiceText;
import dev.garrison.wsus.status.Counts;
import dev.garrison.wsus.status.GroupStanding;
import dev.garrison.wsus.status.LineStanding;
import dev.garrison.wsus.status.NeighbourStanding;
import dev.garrison.wsus.status.ServerStanding;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
        new ReportPage(
            Text.of("wsus-report.title", "manifest", manifest).shown(),
            WsusStatusView.verdict(standing),
            "");
    new WsusStatusReport(page, zone).fill(manifest, standing, now);
    return page.html();
  }

  private void fill(String manifest, WsusStanding all, Instant now) {
    page.facts()
        .fact(shown("wsus-report.manifest"), manifest)
        .fact(shown("wsus-report.as-of"), time(now))
        .end()
        .section(shown("wsus-report.servers"))
        .table(
            shown("wsus-report.server"),
            shown("wsus-report.wsus"),
            shown("wsus-report.owner"),
            shown("wsus-report.synchronized"),
            shown("wsus-report.attention"));
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
              Stream.of(server.name(), "", server.owner().word(), "", shown("wsus-report.silent"));
          case ServerStanding.Reached reached ->
              Stream.of(
                  reached.server().name(),
                  reached.version(),
                  reached.server().owner().word(),
                  reached.synchronised().map(this::time).orElse(shown("wsus-report.not-in-month")),
                  reached.needsLook() ? shown("wsus-report.yes") : "");
        };
    page.row(cells);
  }

  private void reached(ServerStanding.Reached reached) {
    reached
        .failed()
        .ifPresent(failed -> page.text(SyncFailureText.of(failed, time(failed.at())).shown()));
    if (reached.lines().isEmpty()) {
      page.text(shown("wsus-report.no-update"));
    }
    reached.lines().forEach(this::line);
    if (!reached.unread().isEmpty()) {
      page.subsection(shown("wsus-report.titles"));
      reached.unread().forEach(page::text);
    }
    if (!reached.leftOut().isEmpty()) {
      page.subsection(shown("wsus-report.rows"));
      reached.leftOut().forEach(page::text);
    }
    if (!reached.contradictions().isEmpty()) {
      page.subsection(shown("wsus-report.contradictions"));
      reached.contradictions().forEach(this::problem);
    }
    page.subsection(shown("wsus-report.neighbors"));
    page.table(
        shown("wsus-report.article"),
        shown("wsus-report.what"),
        shown("wsus-report.newest"),
        shown("wsus-report.published"),
        shown("wsus-report.approved-for"));
    reached.neighbours().forEach(this::neighbour);
    page.end();
  }

  private void line(LineStanding line) {
    page.subsection(ReleaseWords.named(line.line()).shown());
    Text what =
        switch (line.choice()) {
          case Choice.Selected(SensorUpdate sensor, _) -> current("wsus-report.current", sensor);
          case Choice.NeedsLicence(SensorUpdate sensor) ->
              current("wsus-report.current-license", sensor);
          case Choice.Nothing(var absence) ->
              Text.of("wsus-report.nothing", "reason", ChoiceText.of(absence));
          case Choice.Disagreement(var conflict, var sensors, _) ->
              Text.of(
                  "wsus-report.undecided",
                  "conflict",
                  ChoiceText.of(conflict),
                  "versions",
                  sensors.stream().map(each -> each.version().toString()).toList());
        };
    page.text(what.shown());
    if (!line.groups().isEmpty()) {
      page.table(
          shown("wsus-report.group"),
          shown("wsus-report.approval"),
          shown("wsus-report.installed"),
          shown("wsus-report.needed"),
          shown("wsus-report.failed"),
          shown("wsus-report.unknown"),
          shown("wsus-report.not-applicable"));
      line.groups().forEach(this::group);
      page.end();
    }
  }

  private Text current(String key, SensorUpdate sensor) {
    return Text.of(
        key, "version", sensor.version(), "time", time(sensor.update().standing().arrived()));
  }

  private static String shown(String key) {
    return Text.of(key).shown();
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
        RecordedText.shown(neighbour.what()),
        neighbour.newest().map(update -> update.labels().title()).orElse(shown("wsus-report.none")),
        neighbour.newest().map(update -> time(update.standing().created())).orElse(""),
        Text.listed(neighbour.approved().stream().map(Text::verbatim).toList()).shown());
  }

  private void point(PointStanding standing) {
    page.section(Text.of("wsus-report.point-of", "site", standing.site()).shown());
    switch (standing) {
      case PointStanding.Unreachable(_, List<Diagnostic> why) -> why.forEach(this::problem);
      case PointStanding.Reached reached -> point(reached);
    }
  }

  private void point(PointStanding.Reached reached) {
    ReleaseWords words = new ReleaseWords(reached.updates(), zone);
    page.facts()
        .fact(shown("wsus-report.point"), PointView.points(reached, words))
        .fact(SiteUpdateReader.PRODUCT, PointView.product(reached.updates().product()).shown());
    reached
        .rings()
        .forEach(ring ->
            page.fact(
                Text.of("wsus-report.ring-of", "ring", ring.ring().name()).shown(),
                PointView.rule(ring, words).shown()));
    page.end();
    for (ReleaseLine line : reached.lines()) {
      page.subsection(ReleaseWords.named(line).shown());
      page.text(PointView.current(reached.updates(), line).shown());
      page.table(
          shown("wsus-report.ring"),
          shown("wsus-report.deployed"),
          shown("wsus-report.installed"),
          shown("wsus-report.missing"),
          shown("wsus-report.unknown"),
          shown("wsus-report.not-required"));
      reached.rings().forEach(ring -> row(reached, ring, line, words));
      page.end();
    }
    if (reached.needsLook()) {
      page.subsection(shown("wsus-report.attention"));
      reached.findings().forEach(this::problem);
    }
  }

  private void row(
      PointStanding.Reached reached, RingCoverage ring, ReleaseLine line, ReleaseWords words) {
    UpdateCounts counts = reached.counts(ring, line);
    page.row(
        Stream.concat(
            Stream.of(ring.ring().name(), words.release(ring, line).shown()),
            Stream.of(counts.installed(), counts.missing(), counts.unknown(), counts.notRequired())
                .map(String::valueOf)));
  }

  private void meanings() {
    page.section(shown("wsus-report.reading"));
    page.text(shown("wsus-report.meaning"));
  }

  private void problem(Diagnostic problem) {
    page.text(
        "%s %s [%s]"
            .formatted(
                problem.message().problem().shown(),
                problem.message().fix().shown(),
                problem.code().label()));
  }

  private String time(Instant at) {
    return new TerminalTime(zone).minute(at);
  }
}
