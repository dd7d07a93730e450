package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingWindows.Lack;
import java.util.ArrayList;
import java.util.List;

/** Renders the status of the rings as a table. */
public final class RingsView {
  private static final List<String> HEAD =
      List.of(
          "ring",
          "servers",
          "targeted",
          "onboarded",
          "in progress",
          "failed",
          "not ready",
          "no status");

  private RingsView() {}

  /** The whole screen, without a final line end. The verdict of each ring is below its row. */
  public static String render(List<RingReport> rings) {
    int names = rings.stream().mapToInt(ring -> ring.ring().length()).max().orElse(0);
    int width = Math.max(names, HEAD.getFirst().length());
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("  ").append(ScreenText.padded(HEAD.getFirst(), width));
    HEAD.stream().skip(1).forEach(title -> head.append("  ").append(title));
    lines.add(head.toString());
    for (RingReport ring : rings) {
      lines.add(row(ring, width));
      String empty = ring.members() == 0 ? ". Its collections have no server for it" : "";
      String below = " ".repeat(width + 4);
      lines.add(Wrapped.hanging(below, ring.state().word() + ": " + ring.reason() + empty));
      ring.antivirus()
          .map(RingAntivirus::refused)
          .filter(Lack::isAny)
          .ifPresent(refused -> lines.add(Wrapped.hanging(below, keptOut(refused))));
    }
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static String keptOut(Lack refused) {
    return "%d kept out, because no other antivirus is seen running: %s"
        .formatted(refused.servers(), refused.listed());
  }

  private static String row(RingReport ring, int width) {
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
          .append(ScreenText.right("" + counts.get(index), HEAD.get(index + 1).length()));
    }
    return row.toString();
  }
}
