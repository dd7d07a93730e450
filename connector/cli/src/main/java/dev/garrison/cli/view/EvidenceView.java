package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.evidence.AuditedRun;
import dev.garrison.evidence.AuditedRun.Write;
import dev.garrison.evidence.Evidence;
import dev.garrison.evidence.LeftOut;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.manifest.Exemption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evidence as a person reads it; the journal's verdict comes last. */
public final class EvidenceView {
  private static final int SHORT_DIGEST = 12;

  private EvidenceView() {}

  /** The whole screen, without a final line end. */
  public static String render(Evidence evidence) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.of(
                "evidence.head",
                "manifest",
                evidence.manifest(),
                "site",
                evidence.site(),
                "from",
                evidence.period().from(),
                "to",
                evidence.period().to(),
                "zone",
                evidence.period().zone())
            .shown());
    lines.add("");
    TerminalTime time = new TerminalTime(evidence.period().zone());
    lines.add(Text.of("evidence.coverage-as-of", "time", time.minute(evidence.made())).shown());
    lines.add("");
    lines.add(RingsView.render(evidence.rings()));
    lines.add("");
    exceptions(evidence.exceptions(), lines);
    lines.add("");
    offboarded(evidence.runs(), time, lines);
    lines.add("");
    runs(evidence.runs(), time, lines);
    lines.add("");
    chain(evidence, lines);
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static void exceptions(List<LeftOut> exceptions, List<String> lines) {
    if (exceptions.isEmpty()) {
      lines.add(Text.of("evidence.exceptions-none").shown());
      return;
    }
    lines.add(Text.of("evidence.exceptions-title").shown());
    for (LeftOut left : exceptions) {
      Exemption exception = left.exception();
      lines.add(
          "  "
              + Text.of(
                      left.ended() ? "evidence.exception-ended" : "evidence.exception",
                      "server",
                      exception.server(),
                      "day",
                      exception.until(),
                      "owner",
                      owner(exception),
                      "reason",
                      exception.reason())
                  .shown());
    }
  }

  private static Text owner(Exemption exception) {
    return exception
        .ticket()
        .map(ticket ->
            Text.of("evidence.owner-ticket", "owner", exception.owner(), "ticket", ticket))
        .orElseGet(() -> Text.verbatim(exception.owner()));
  }

  private static void offboarded(List<AuditedRun> runs, TerminalTime time, List<String> lines) {
    if (runs.stream().allMatch(run -> run.offboarded().isEmpty())) {
      lines.add(Text.of("evidence.offboarded-none").shown());
      return;
    }
    lines.add(Text.of("evidence.offboarded-title").shown());
    for (AuditedRun run : runs) {
      run.offboarded()
          .forEach(each ->
              lines.add(
                  "  "
                      + Text.of(
                              "evidence.offboarded-server",
                              "server",
                              each.server(),
                              "entry",
                              each.entry(),
                              "time",
                              time.second(run.at()),
                              "change",
                              change(run))
                          .shown()));
    }
  }

  private static void runs(List<AuditedRun> runs, TerminalTime time, List<String> lines) {
    if (runs.isEmpty()) {
      lines.add(Text.of("evidence.changes-none").shown());
      return;
    }
    lines.add(Text.of("evidence.changes").shown());
    for (AuditedRun run : runs) {
      lines.add(
          "  "
              + Text.of(
                      run.ended() ? "evidence.run" : "evidence.run-interrupted",
                      "time",
                      time.second(run.at()),
                      "user",
                      run.osUser(),
                      "host",
                      run.host(),
                      "account",
                      run.identity(),
                      "change",
                      change(run),
                      "plan",
                      shortened(run.planDigest()))
                  .shown());
      lines.add(Wrapped.hanging("    ", counts(run.writes())));
    }
  }

  /** The change number of a run. */
  public static Text change(AuditedRun run) {
    return run.changeId()
        .map(RecordedText::shown)
        .map(Text::verbatim)
        .orElseGet(() -> Text.of("evidence.change-unnamed"));
  }

  /** Counts the writes of each kind, and names those without a recorded result. */
  private static String counts(List<Write> writes) {
    if (writes.isEmpty()) {
      return Text.of("evidence.no-writes").shown();
    }
    Map<List<String>, Integer> counts = new TreeMap<>(Comparator.comparing(List::toString));
    List<Text> other = new ArrayList<>();
    for (Write write : writes) {
      counts.merge(List.of(write.result(), write.isWell() ? write.action() : ""), 1, Integer::sum);
      if (!write.isWell()) {
        other.add(Text.of("evidence.write", "result", write.result(), "object", write.address()));
      }
    }
    List<Text> all =
        counts.entrySet().stream()
            .map(each ->
                Text.of(
                    "evidence.write-count",
                    "count",
                    each.getValue(),
                    "result",
                    each.getKey().getFirst(),
                    "action",
                    each.getKey().getLast()))
            .toList();
    return Text.of(
            other.isEmpty() ? "evidence.writes" : "evidence.writes-unwell",
            "writes",
            all,
            "unwell",
            other)
        .shown();
  }

  private static void chain(Evidence evidence, List<String> lines) {
    evidence.chain().problems().forEach(problem -> lines.add(JournalView.problem(problem)));
    lines.add(
        Text.of(
                evidence.chain().problems().isEmpty()
                    ? "evidence.journal-intact"
                    : "evidence.journal-broken",
                "runs",
                evidence.chain().runs(),
                "entries",
                evidence.chain().entries(),
                "head",
                JournalView.head(evidence.chain().head()))
            .shown());
    lines.add(Text.of("evidence.journal-note").shown());
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(SHORT_DIGEST, digest.length()));
  }
}
