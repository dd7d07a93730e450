package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.evidence.AuditedRun;
import dev.garrison.evidence.AuditedRun.Write;
import dev.garrison.evidence.Evidence;
import dev.garrison.evidence.LeftOut;
import dev.garrison.manifest.Exemption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Evidence as a person reads it; the journal's verdict comes last. */
public final class EvidenceView {
  private static final int SHORT_DIGEST = 12;

  private EvidenceView() {}

  /** The whole screen, without a final line end. */
  public static String render(Evidence evidence) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, site %s: %s to %s (%s)"
            .formatted(
                evidence.manifest(),
                evidence.site(),
                evidence.period().from(),
                evidence.period().to(),
                evidence.period().zone()));
    lines.add("");
    TerminalTime time = new TerminalTime(evidence.period().zone());
    lines.add("Coverage, as of " + time.minute(evidence.made()));
    lines.add("");
    lines.add(RingsView.render(evidence.rings()));
    lines.add("");
    exceptions(evidence.exceptions(), lines);
    lines.add("");
    runs(evidence.runs(), time, lines);
    lines.add("");
    chain(evidence, lines);
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static void exceptions(List<LeftOut> exceptions, List<String> lines) {
    if (exceptions.isEmpty()) {
      lines.add("Exceptions: none held in this period.");
      return;
    }
    lines.add("Exceptions that held in this period");
    for (LeftOut left : exceptions) {
      Exemption exception = left.exception();
      lines.add(
          "  %s  until %s%s, %s%s: %s"
              .formatted(
                  exception.server(),
                  exception.until(),
                  left.ended() ? " (ended)" : "",
                  exception.owner(),
                  exception.ticket().map(ticket -> ", " + ticket).orElse(""),
                  exception.reason()));
    }
  }

  private static void runs(List<AuditedRun> runs, TerminalTime time, List<String> lines) {
    if (runs.isEmpty()) {
      lines.add("Changes: no run in this period.");
      return;
    }
    lines.add("Changes");
    for (AuditedRun run : runs) {
      lines.add(
          "  %s  %s on %s, as %s, change %s, plan %s%s"
              .formatted(
                  time.second(run.at()),
                  run.osUser(),
                  run.host(),
                  run.identity(),
                  run.changeId().orElse("not named"),
                  shortened(run.planDigest()),
                  run.ended() ? "" : ", CUT"));
      lines.add("    " + counts(run.writes()));
    }
  }

  /** Counts the writes of each kind, and names those without a recorded result. */
  private static String counts(List<Write> writes) {
    if (writes.isEmpty()) {
      return "nothing was written";
    }
    TreeMap<String, Integer> counts = new TreeMap<>();
    List<String> other = new ArrayList<>();
    for (Write write : writes) {
      counts.merge(write.result() + " " + write.action(), 1, Integer::sum);
      if (!write.isWell()) {
        other.add(write.result() + " " + write.address());
      }
    }
    String all =
        String.join(
            ", ",
            counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .toList());
    return other.isEmpty() ? all : all + "; " + String.join(", ", other);
  }

  private static void chain(Evidence evidence, List<String> lines) {
    evidence.chain().problems().forEach(problem -> lines.add("  FAIL  " + problem));
    lines.add(
        "Journal: %s, %d runs, %d entries, head %s"
            .formatted(
                evidence.chain().problems().isEmpty() ? "whole" : "NOT whole",
                evidence.chain().runs(),
                evidence.chain().entries(),
                evidence.chain().head().isEmpty() ? "none" : evidence.chain().head()));
    lines.add(
        "It shows that nothing was changed by accident; whoever may write the state folder could make it anew.");
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(SHORT_DIGEST, digest.length()));
  }
}
