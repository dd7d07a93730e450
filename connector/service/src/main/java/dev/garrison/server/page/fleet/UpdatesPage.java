package dev.garrison.server.page.fleet;

import dev.garrison.history.UpdateLooks;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.job.UpdatesSeen.Group;
import dev.garrison.job.UpdatesSeen.Line;
import dev.garrison.job.UpdatesSeen.OnServer;
import dev.garrison.language.DurationText;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sensor's updates on the update servers: families, channels, approvals. */
final class UpdatesPage {
  private final Manifest manifest;
  private final UpdateLooks updates;

  UpdatesPage(Manifest manifest, UpdateLooks updates) {
    this.manifest = manifest;
    this.updates = updates;
  }

  /**
   * Content of the page.
   *
   * @param named number of update servers in the manifest
   * @param matrix families by rings; empty before the first check
   * @param lanes none where the manifest has no rings for updates
   * @param isServedBySite whether rings get updates from the site's software update point
   */
  record Model(
      Frame frame,
      int named,
      boolean isServedBySite,
      Optional<UpdatesSeen> seen,
      Optional<UpdateMatrix> matrix,
      List<UpdateLane> lanes,
      List<Card> servers) {
    /** Servers that did not answer the last check. */
    long unanswered() {
      return servers.stream().filter(card -> !card.server().hasAnswered()).count();
    }
  }

  /** One update server. */
  record Card(OnServer server, List<Row> rows) {
    /** Rows whose update applies to at least one computer. */
    List<Row> concerned() {
      return rows.stream().filter(row -> row.bar().isPresent()).toList();
    }
  }

  /**
   * One family and channel.
   *
   * @param age how long the current version has been on the server
   * @param bar of the computers to which it applies; empty where there are none
   */
  record Row(Line line, Optional<String> age, Optional<Bar> bar) {
    /** Numbers of computers in words. */
    String counts() {
      return line.whole()
          .map(whole -> bar.isPresent() ? words(whole) : "no computer needs it")
          .orElse("the server tells of no computer");
    }
  }

  Page page() {
    return new Page(Tab.UPDATES.path(), this::show);
  }

  private View show(PageRequest request) {
    Optional<UpdatesSeen> seen = updates.latest();
    Instant now = request.frame().moment().now();
    Optional<UpdateMatrix> matrix = seen.map(each -> UpdateMatrix.of(manifest.wsus(), each, now));
    return new View(
        "fleet/updates",
        new Model(
            request.frame(),
            manifest.wsus().servers().size(),
            manifest.wsus().sensorUpdate().filter(SensorUpdateSection::isServedBySite).isPresent(),
            seen,
            matrix,
            matrix
                .filter(_ -> manifest.wsus().sensorUpdate().isPresent())
                .map(each -> UpdateLane.of(each, now))
                .orElse(List.of()),
            cards(seen, now)));
  }

  static List<Card> cards(Optional<UpdatesSeen> seen, Instant now) {
    return seen.map(UpdatesSeen::servers).orElse(List.of()).stream()
        .map(server ->
            new Card(server, server.lines().stream().map(line -> row(line, now)).toList()))
        .toList();
  }

  private static Row row(Line line, Instant now) {
    return new Row(
        line,
        line.arrived().map(at -> DurationText.of(Duration.between(at, now))),
        line.whole().filter(group -> concerned(group) > 0).map(UpdatesPage::bar));
  }

  /** Bar in the colors of server states: good results are green. */
  private static Bar bar(Group group) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("onboarded", group.installed());
    counts.put("not ready", group.needed());
    counts.put("attention", group.failed());
    counts.put("not targeted", group.unknown());
    return Bar.of(counts, concerned(group));
  }

  static int concerned(Group group) {
    return group.installed() + group.needed() + group.failed() + group.unknown();
  }

  static String words(Group group) {
    return "%d installed, %d needed, %d failed, %d unknown"
        .formatted(group.installed(), group.needed(), group.failed(), group.unknown());
  }

  /** Role of a server among the others. */
  static String role(OnServer server) {
    return server
        .upstream()
        .map(name ->
            server.isReplica()
                ? "replica of %s".formatted(name)
                : "downstream of %s".formatted(name))
        .orElse(server.hasAnswered() ? "upstream, from Microsoft Update" : "unknown");
  }

  /** Approval of a group, in words. */
  static String decision(Group group) {
    if (group.isApproved()) {
      return group.isInherited() ? "current, inherited" : "current";
    }
    return group.older().map("old: %s"::formatted).orElse("not approved");
  }
}
