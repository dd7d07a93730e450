package dev.garrison.cli.wsus;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.survey.point.ReleaseWords;
import dev.garrison.survey.update.WsusStanding;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.sensor.ChoiceText;
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

/** Status of WSUS servers for the screen. */
final class WsusStatusView {
  private static final int MOST_GROUP = 28;
  private static final int DECISION = 40;

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
    view.lines.add(
        Text.of("wsus-sync.head", "manifest", manifest, "time", new TerminalTime(zone).minute(now))
            .shown());
    standing.servers().forEach(view::server);
    standing.point().ifPresent(point -> view.lines.addAll(new PointView(zone).lines(point)));
    view.lines.add("");
    view.lines.add("  " + verdict(standing));
    return ScreenText.text(String.join(System.lineSeparator(), view.lines));
  }

  static String verdict(WsusStanding standing) {
    List<Text> sentences = new ArrayList<>();
    if (standing.unreachable() > 0) {
      sentences.add(Text.of("wsus-status.silent", "count", standing.unreachable()));
    }
    if (standing.isPointUnreachable()) {
      sentences.add(Text.of("wsus-status.point-silent"));
    }
    if (standing.toLookAt() > 0) {
      sentences.add(Text.of("wsus-status.attention", "count", standing.toLookAt()));
    }
    if (standing.isPointToLookAt()) {
      sentences.add(Text.of("wsus-status.point-attention"));
    }
    if (sentences.isEmpty()) {
      sentences.add(Text.of("wsus-status.good"));
    }
    sentences.add(Text.of("wsus-status.unchanged"));
    return ScreenText.sentences(sentences);
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
    add(
        2,
        Text.of(
            "wsus-status.server",
            "server",
            reached.server().name(),
            "version",
            reached.version(),
            "owner",
            reached.server().owner().word(),
            "synchronized",
            reached
                .synchronised()
                .map(at ->
                    Text.of("wsus-status.synchronized", "time", new TerminalTime(zone).plain(at)))
                .orElse(Text.of("wsus-status.not-synchronized"))));
    reached.failed().ifPresent(this::failed);
    if (reached.lines().isEmpty()) {
      add(4, Text.of("wsus-status.no-update"));
    }
    reached.lines().forEach(this::line);
    reached.unread().forEach(title -> add(4, Text.of("wsus-status.title-unread", "title", title)));
    reached.leftOut().forEach(why -> add(4, Text.of("wsus-status.row-unread", "reason", why)));
    for (Diagnostic contradiction : reached.contradictions()) {
      lines.add(DiagnosticView.render(contradiction).indent(4).stripTrailing());
    }
    add(4, Text.of("wsus-status.neighbors"));
    reached.neighbours().forEach(this::neighbour);
  }

  private void failed(SyncEvent failed) {
    add(4, SyncFailureText.of(failed, new TerminalTime(zone).plain(failed.at())));
  }

  private void add(int indent, Text text) {
    lines.add(" ".repeat(indent) + text.shown());
  }

  private void line(LineStanding line) {
    add(
        4,
        Text.of("wsus-status.line", "line", ReleaseWords.named(line.line()), "what", choice(line)));
    int width =
        line.groups().stream()
            .mapToInt(group -> Math.min(MOST_GROUP, Cells.of(group.group().name())))
            .max()
            .orElse(0);
    line.groups().forEach(group -> lines.add(row(group, width).stripTrailing()));
  }

  private Text choice(LineStanding line) {
    return switch (line.choice()) {
      case Choice.Selected(SensorUpdate sensor, _) -> current("wsus-status.age", sensor);
      case Choice.NeedsLicence(SensorUpdate sensor) -> current("wsus-status.age-license", sensor);
      case Choice.Nothing(var absence) -> ChoiceText.of(absence);
      case Choice.Disagreement(var conflict, var sensors, _) ->
          Text.of(
              "wsus-status.undecided",
              "conflict",
              ChoiceText.of(conflict),
              "versions",
              sensors.stream().map(each -> each.version().toString()).toList());
    };
  }

  private Text current(String key, SensorUpdate sensor) {
    return Text.of(
        key, "version", sensor.version(), "age", age(sensor.update().standing().arrived()));
  }

  private Duration age(Instant since) {
    return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
  }

  private static String row(GroupStanding group, int width) {
    return "      "
        + ScreenText.padded(group.group().name(), Math.max(1, width))
        + "  "
        + ScreenText.padded(decision(group), DECISION)
        + " "
        + counts(group);
  }

  static String decision(GroupStanding group) {
    return group
        .decision()
        .map(approval -> Text.of(decided(group, approval), "admin", approval.admin()))
        .orElseGet(() ->
            group
                .older()
                .map(version -> Text.of("wsus-status.older", "version", version))
                .orElse(
                    group.lacksApproval()
                        ? Text.of("wsus-status.needs-approval")
                        : Text.of("wsus-status.not-approved")))
        .shown();
  }

  private static String decided(GroupStanding group, Approval approval) {
    if (approval.action() == Approval.INSTALL) {
      return group.isInherited() ? "wsus-status.approved-inherited" : "wsus-status.approved";
    }
    return group.isInherited() ? "wsus-status.held-back-inherited" : "wsus-status.held-back";
  }

  private static String counts(GroupStanding group) {
    Counts counts = group.counts();
    if (counts.computers() == 0) {
      return group.isApproved() ? Text.of("wsus-status.no-reports").shown() : "";
    }
    List<Text> parts = new ArrayList<>();
    add(parts, counts.installed(), "wsus-status.installed");
    add(parts, counts.needed(), "wsus-status.needed");
    add(parts, counts.failed(), "wsus-status.failed");
    add(parts, counts.unknown(), "wsus-status.unknown");
    add(parts, counts.notApplicable(), "wsus-status.not-applicable");
    return Text.listed(parts).shown();
  }

  private static void add(List<Text> parts, int count, String key) {
    if (count > 0) {
      parts.add(Text.of(key, "count", count));
    }
  }

  private void neighbour(NeighbourStanding neighbour) {
    add(
        6,
        neighbour
            .newest()
            .map(update ->
                Text.of(
                    "wsus-status.neighbor",
                    "article",
                    neighbour.article(),
                    "what",
                    RecordedText.shown(neighbour.what()),
                    "age",
                    age(update.standing().created()),
                    "approval",
                    neighbour.approved().isEmpty()
                        ? Text.of("wsus-status.not-approved")
                        : Text.of("wsus-status.approved-for", "groups", neighbour.approved())))
            .orElse(
                Text.of(
                    "wsus-status.neighbor-missing",
                    "article",
                    neighbour.article(),
                    "what",
                    RecordedText.shown(neighbour.what()))));
  }
}
