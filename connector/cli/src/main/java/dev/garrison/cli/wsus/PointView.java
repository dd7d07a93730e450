package dev.garrison.cli.wsus;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.mecm.softwareupdate.PointState;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteUpdateReader;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import dev.garrison.survey.point.PointStanding;
import dev.garrison.survey.point.ReleaseWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Status of a software update point for the screen. */
final class PointView {
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
        lines.add("  software update point of site " + site);
        why.forEach(each -> lines.add(DiagnosticView.render(each).indent(4).stripTrailing()));
      }
      case PointStanding.Reached reached -> reached(reached);
    }
    return lines;
  }

  private void reached(PointStanding.Reached reached) {
    ReleaseWords words = new ReleaseWords(reached.updates(), zone);
    lines.add(
        "  software update point of site %s   %s"
            .formatted(reached.site(), points(reached, words)));
    lines.add(
        "    product %s: %s"
            .formatted(SiteUpdateReader.PRODUCT, product(reached.updates().product())));
    for (RingCoverage ring : reached.rings()) {
      lines.add(
          "    ring %s, '%s': %s"
              .formatted(ring.ring().name(), ring.ring().collection(), rule(ring, words)));
    }
    for (ReleaseLine line : reached.lines()) {
      lines.add("    %s: %s".formatted(line, current(reached.updates(), line)));
      line(line, words, reached);
    }
    reached
        .findings()
        .forEach(each -> lines.add(DiagnosticView.render(each).indent(4).stripTrailing()));
  }

  private void line(ReleaseLine line, ReleaseWords words, PointStanding.Reached reached) {
    int width =
        reached.rings().stream().mapToInt(ring -> ring.ring().name().length()).max().orElse(1);
    for (RingCoverage ring : reached.rings()) {
      lines.add(
          String.format(
                  Locale.ROOT,
                  "      %-" + width + "s  %-52s %s",
                  ring.ring().name(),
                  words.release(ring, line),
                  reached.counts(ring, line).words())
              .stripTrailing());
    }
  }

  static String current(SiteUpdates updates, ReleaseLine line) {
    return updates
        .current(line)
        .map(current -> current.version() + " is current")
        .orElse("no release is in force");
  }

  static String points(PointStanding.Reached reached, ReleaseWords words) {
    return reached.updates().points().isEmpty()
        ? "does not show how it synchronises"
        : String.join(
            "; ", reached.updates().points().stream().map(point -> point(point, words)).toList());
  }

  private static String point(PointState point, ReleaseWords words) {
    String last = point.succeeded().map(words::time).orElse("never");
    return point.hasFailed()
        ? "%s, FAILED to synchronise (%s), last %s"
            .formatted(point.server(), point.errorText(), last)
        : "%s, synchronised %s".formatted(point.server(), last);
  }

  static String product(SiteUpdates.Product product) {
    return switch (product) {
      case SUBSCRIBED -> "synchronised";
      case NOT_SUBSCRIBED -> "NOT synchronised";
      case NOT_THERE -> "not known to the site";
      case NOTHING_SHOWN -> "not shown";
    };
  }

  static String rule(RingCoverage ring, ReleaseWords words) {
    return ReleaseWords.rule(ring)
        + ring.rule()
            .map(rule ->
                (rule.isEnabled() ? "" : ", disabled")
                    + rule.ran().map(time -> ", ran " + words.time(time)).orElse(", has not run")
                    + (rule.hasFailed() ? " and FAILED (" + rule.errorText() + ")" : ""))
            .orElse("");
  }
}
