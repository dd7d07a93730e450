package dev.garrison.cli.wsus;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.DurationText;
import dev.garrison.survey.update.WsusStanding;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.status.Counts;
import dev.garrison.wsus.status.GroupStanding;
import dev.garrison.wsus.status.LineStanding;
import dev.garrison.wsus.status.NeighbourStanding;
import dev.garrison.wsus.status.ServerStanding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Status of WSUS servers for the screen. */
final class WsusStatusView {
  private static final int MOST_GROUP = 28;

  private final Instant now;
  private final ZoneId zone;
  private final List<String> lines = new ArrayList<>();

  private WsusStatusView(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /**
   * Status as several lines, without a final line end.
   *
   * @param manifest the name of the manifest
   */
  static String render(String manifest, WsusStanding standing, Instant now, ZoneId zone) {
    WsusStatusView view = new WsusStatusView(now, zone);
    view.lines.add("%s, %s".formatted(manifest, new TerminalTime(zone).minute(now)));
    standing.servers().forEach(view::server);
    standing.point().ifPresent(point -> view.lines.addAll(new PointView(zone).lines(point)));
    view.lines.add("");
    view.lines.add("  " + verdict(standing));
    return ScreenText.text(String.join(System.lineSeparator(), view.lines));
  }

  static String verdict(WsusStanding standing) {
    List<String> parts = new ArrayList<>();
    if (standing.unreachable() > 0) {
      parts.add("servers that did not answer: " + standing.unreachable());
    }
    if (standing.isPointUnreachable()) {
      parts.add("the site did not tell of its software update point");
    }
    if (standing.toLookAt() > 0) {
      parts.add("servers to look at: " + standing.toLookAt());
    }
    if (standing.isPointToLookAt()) {
      parts.add("the software update point is to be looked at");
    }
    return parts.isEmpty()
        ? "Nothing failed. Nothing was written."
        : String.join(", ", parts) + ". Nothing was written.";
  }

  private void server(ServerStanding standing) {
    lines.add("");
    switch (standing) {
      case ServerStanding.Unreachable(var server, var why) -> {
        lines.add("  " + server.name());
        why.forEach(each -> lines.add(DiagnosticView.render(each).indent(4).stripTrailing()));
      }
      case ServerStanding.Reached reached -> reached(reached);
    }
  }

  private void reached(ServerStanding.Reached reached) {
    lines.add(
        "  %s   WSUS %s, owner %s, %s"
            .formatted(
                reached.server().name(),
                reached.version(),
                reached.server().owner().word(),
                reached
                    .synchronised()
                    .map(at -> "synchronised " + new TerminalTime(zone).plain(at))
                    .orElse("NOT synchronised in 31 days")));
    if (reached.lines().isEmpty()) {
      lines.add("    no update of the sensor is in force here");
    }
    reached.lines().forEach(this::line);
    for (String title : reached.unread()) {
      lines.add("    left alone, the title does not tell family and version: " + title);
    }
    for (String why : reached.leftOut()) {
      lines.add("    left alone, a row of the server is not understood: " + why);
    }
    for (Diagnostic contradiction : reached.contradictions()) {
      lines.add(DiagnosticView.render(contradiction).indent(4).stripTrailing());
    }
    lines.add("    only shown, never touched:");
    reached.neighbours().forEach(this::neighbour);
  }

  private void line(LineStanding line) {
    String name = "    " + line.line() + ": ";
    switch (line.choice()) {
      case Choice.Selected(SensorUpdate sensor, _) -> lines.add(name + current(sensor));
      case Choice.NeedsLicence(SensorUpdate sensor) ->
          lines.add(name + current(sensor) + ", licence terms to be accepted first");
      case Choice.Nothing(var absence) -> lines.add(name + absence.words());
      case Choice.Disagreement(var conflict, var sensors, _) ->
          lines.add(
              name
                  + "UNDECIDED, "
                  + conflict.words()
                  + ": "
                  + String.join(
                      ", ", sensors.stream().map(each -> each.version().toString()).toList()));
    }
    int width =
        line.groups().stream()
            .mapToInt(group -> Math.min(MOST_GROUP, group.group().name().length()))
            .max()
            .orElse(0);
    line.groups().forEach(group -> lines.add(row(group, width).stripTrailing()));
  }

  private String current(SensorUpdate sensor) {
    return "%s, here for %s".formatted(sensor.version(), age(sensor.update().standing().arrived()));
  }

  private String age(Instant since) {
    return since.isAfter(now)
        ? DurationText.of(Duration.ZERO)
        : DurationText.of(Duration.between(since, now));
  }

  private static String row(GroupStanding group, int width) {
    return String.format(
        Locale.ROOT,
        "      %-" + Math.max(1, width) + "s  %-40s %s",
        group.group().name(),
        decision(group),
        counts(group));
  }

  static String decision(GroupStanding group) {
    return group
        .decision()
        .map(approval ->
            (approval.action() == Approval.INSTALL ? "approved" : "held back")
                + " by "
                + approval.admin()
                + (group.isInherited() ? ", inherited" : ""))
        .orElseGet(
            () -> group.older().map(version -> "approved is " + version).orElse(none(group)));
  }

  private static String none(GroupStanding group) {
    return group.lacksApproval() ? "needs an approval nobody gave" : "not approved";
  }

  private static String counts(GroupStanding group) {
    Counts counts = group.counts();
    if (counts.computers() == 0) {
      return group.isApproved() ? "no computer told anything" : "";
    }
    List<String> parts = new ArrayList<>();
    add(parts, counts.installed(), "installed");
    add(parts, counts.needed(), "needed");
    add(parts, counts.failed(), "FAILED");
    add(parts, counts.unknown(), "unknown");
    add(parts, counts.notApplicable(), "not applicable");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String word) {
    if (count > 0) {
      parts.add(count + " " + word);
    }
  }

  private void neighbour(NeighbourStanding neighbour) {
    String what = "      KB%s %s: ".formatted(neighbour.article(), neighbour.what());
    lines.add(
        neighbour
            .newest()
            .map(update ->
                what
                    + age(update.standing().created())
                    + " old, "
                    + (neighbour.approved().isEmpty()
                        ? "not approved"
                        : "approved for " + String.join(", ", neighbour.approved())))
            .orElse(what + "none here; is the product Microsoft Defender Antivirus synchronised?"));
  }
}
