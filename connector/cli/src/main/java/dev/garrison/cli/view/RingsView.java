package dev.garrison.cli.view;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.review.RingStateText;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingWindows.Lack;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Renders the status of the rings as a table. */
public final class RingsView {
  private static final List<String> COUNTS =
      List.of(
          "ring.servers",
          "ring.targeted",
          "ring.onboarded",
          "ring.in-progress",
          "ring.failed",
          "ring.not-ready",
          "ring.no-status");

  private RingsView() {}

  /** The whole screen, without a final line end. The verdict of each ring is below its row. */
  public static String render(List<RingReport> rings) {
    String name = Text.of("ring.name").shown();
    int width = Cells.widest(Stream.concat(Stream.of(name), rings.stream().map(RingReport::ring)));
    List<String> titles = COUNTS.stream().map(key -> Text.of(key).shown()).toList();
    List<String> lines = new ArrayList<>();
    lines.add("  " + ScreenText.padded(name, width) + "  " + String.join("  ", titles));
    for (RingReport ring : rings) {
      lines.add(row(ring, width, titles));
      String below = " ".repeat(width + 4);
      lines.add(Wrapped.hanging(below, reason(ring)));
      ring.antivirus()
          .map(RingAntivirus::refused)
          .filter(Lack::isAny)
          .ifPresent(refused -> lines.add(Wrapped.hanging(below, keptOut(refused))));
    }
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static String keptOut(Lack refused) {
    return Text.of("ring.kept-out", "count", refused.servers(), "servers", refused.listed())
        .shown();
  }

  private static String reason(RingReport ring) {
    return Text.of(
            ring.members() == 0 ? "ring.reason-empty" : "ring.reason",
            "state",
            RingStateText.of(ring.state()),
            "reason",
            RecordedText.shown(ring.reason()))
        .shown();
  }

  private static String row(RingReport ring, int width, List<String> titles) {
    RingHealth health = ring.health();
    List<Integer> counts =
        List.of(
            ring.members(),
            health.targeted(),
            health.onboarded(),
            health.underWay(),
            health.failed(),
            health.notReady(),
            health.silent());
    StringBuilder row = new StringBuilder("  ").append(ScreenText.padded(ring.ring(), width));
    for (int index = 0; index < counts.size(); index++) {
      row.append("  ")
          .append(ScreenText.right("" + counts.get(index), Cells.of(titles.get(index))));
    }
    return row.toString();
  }
}
