package dev.garrison.cli.wsus;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.language.Text;
import dev.garrison.mecm.softwareupdate.DeploymentRule;
import dev.garrison.mecm.softwareupdate.PointState;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteUpdateReader;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import dev.garrison.survey.point.PointStanding;
import dev.garrison.survey.point.ReleaseWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Status of a software update point for the screen. */
final class PointView {
  private static final int RELEASE = 52;

  private final ZoneId zone;
  private final List<String> lines = new ArrayList<>();

  PointView(ZoneId zone) {
    this.zone = zone;
  }

  /** Lines to show below the servers. */
  List<String> lines(PointStanding standing) {
    lines.add("");
    switch (standing) {
      case PointStanding.Unreachable(var site, var why) -> {
        add(2, Text.of("wsus-point.head", "site", site));
        why.forEach(each -> lines.add(DiagnosticView.render(each).indent(4).stripTrailing()));
      }
      case PointStanding.Reached reached -> reached(reached);
    }
    return lines;
  }

  private void reached(PointStanding.Reached reached) {
    ReleaseWords words = new ReleaseWords(reached.updates(), zone);
    add(2, Text.of("wsus-point.points", "site", reached.site(), "points", points(reached, words)));
    add(
        4,
        Text.of(
            "wsus-point.product",
            "product",
            SiteUpdateReader.PRODUCT,
            "state",
            product(reached.updates().product())));
    for (RingCoverage ring : reached.rings()) {
      add(
          4,
          Text.of(
              "wsus-point.ring",
              "ring",
              ring.ring().name(),
              "collection",
              ring.ring().collection(),
              "rule",
              rule(ring, words)));
    }
    for (ReleaseLine line : reached.lines()) {
      add(
          4,
          Text.of(
              "wsus-status.line",
              "line",
              ReleaseWords.named(line),
              "what",
              current(reached.updates(), line)));
      line(line, words, reached);
    }
    reached
        .findings()
        .forEach(each -> lines.add(DiagnosticView.render(each).indent(4).stripTrailing()));
  }

  private void add(int indent, Text text) {
    lines.add(" ".repeat(indent) + text.shown());
  }

  private void line(ReleaseLine line, ReleaseWords words, PointStanding.Reached reached) {
    int width =
        reached.rings().stream().mapToInt(ring -> Cells.of(ring.ring().name())).max().orElse(1);
    for (RingCoverage ring : reached.rings()) {
      lines.add(
          ("      "
                  + ScreenText.padded(ring.ring().name(), width)
                  + "  "
                  + ScreenText.padded(words.release(ring, line).shown(), RELEASE)
                  + " "
                  + reached.counts(ring, line).words().shown())
              .stripTrailing());
    }
  }

  static Text current(SiteUpdates updates, ReleaseLine line) {
    return updates
        .current(line)
        .map(current -> Text.of("wsus-point.current", "version", current.version()))
        .orElse(Text.of("wsus-point.no-release"));
  }

  static String points(PointStanding.Reached reached, ReleaseWords words) {
    return reached.updates().points().isEmpty()
        ? Text.of("wsus-point.not-shown").shown()
        : reached.updates().points().stream()
            .map(point -> point(point, words).shown())
            .collect(Collectors.joining("; "));
  }

  private static Text point(PointState point, ReleaseWords words) {
    boolean ever = point.succeeded().isPresent();
    String last = point.succeeded().map(words::time).orElse("");
    if (!point.hasFailed()) {
      return ever
          ? Text.of("wsus-point.synchronized", "server", point.server(), "time", last)
          : Text.of("wsus-point.never", "server", point.server());
    }
    return ever
        ? Text.of(
            "wsus-point.failed", "server", point.server(), "error", point.errorText(), "time", last)
        : Text.of("wsus-point.failed-never", "server", point.server(), "error", point.errorText());
  }

  static Text product(SiteUpdates.Product product) {
    return switch (product) {
      case SUBSCRIBED -> Text.of("wsus-point.subscribed");
      case NOT_SUBSCRIBED -> Text.of("wsus-point.not-subscribed");
      case NOT_THERE -> Text.of("wsus-point.not-there");
      case NOTHING_SHOWN -> Text.of("wsus-point.nothing-shown");
    };
  }

  static Text rule(RingCoverage ring, ReleaseWords words) {
    Text name = ReleaseWords.rule(ring);
    if (ring.rule().isEmpty()) {
      return name;
    }
    DeploymentRule rule = ring.rule().get();
    Text state =
        rule.ran()
            .map(time ->
                Text.of(
                    rule.isEnabled() ? "wsus-point.rule-ran" : "wsus-point.rule-disabled-ran",
                    "rule",
                    name,
                    "time",
                    words.time(time)))
            .orElse(
                Text.of(
                    rule.isEnabled() ? "wsus-point.rule-never" : "wsus-point.rule-disabled-never",
                    "rule",
                    name));
    return rule.hasFailed()
        ? Text.of("wsus-point.rule-failed", "state", state, "error", rule.errorText())
        : state;
  }
}
