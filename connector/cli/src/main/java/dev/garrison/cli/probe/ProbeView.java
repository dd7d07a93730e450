package dev.garrison.cli.probe;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.outcome.ProbeSection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A probe as a person reads it: one line for each check, causes and remedies below, verdict last.
 */
final class ProbeView {
  private static final int LABEL = 17;

  private ProbeView() {}

  /**
   * Several lines without a final line end.
   *
   * @param time how the time is shown
   */
  static String render(ProbeResult result, TerminalTime time) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.of(
                "probe.subject",
                "manifest",
                result.manifest(),
                "site",
                result.site(),
                "time",
                time.minute(result.at()))
            .shown());
    for (ProbeSection section : result.sections()) {
      lines.add("");
      lines.add(
          ("  " + section.heading().shown() + "   " + RecordedText.shown(section.subject()))
              .stripTrailing());
      section.lines().forEach(line -> add(line, lines));
    }
    lines.add("");
    lines.add("  " + verdict(result));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static String verdict(ProbeResult result) {
    List<Text> counts = new ArrayList<>();
    add(counts, "probe.problems", result.failed());
    add(counts, "probe.warnings", result.warned());
    add(counts, "probe.not-checked", result.skipped());
    return (counts.isEmpty()
            ? Text.of("probe.verdict-passed")
            : Text.of("probe.verdict", "counts", counts))
        .shown();
  }

  private static void add(List<Text> counts, String key, long count) {
    if (count > 0) {
      counts.add(Text.of(key, "count", count));
    }
  }

  private static void add(ProbeLine line, List<String> lines) {
    String head =
        "    "
            + ScreenText.padded(word(line.outcome()), wordWidth())
            + ScreenText.padded(line.title().shown(), LABEL);
    List<String> texts = new ArrayList<>();
    if (!text(line.outcome()).isEmpty()) {
      texts.add(text(line.outcome()));
    }
    texts.addAll(findings(line.outcome().problems()));
    lines.add(Wrapped.hanging(head, String.join("\n", texts)).stripTrailing());
    if (line.outcome() instanceof Outcome.Failed failed) {
      failed.lines().forEach(each -> lines.add(" ".repeat(Cells.of(head)) + each));
    }
  }

  /** Findings in a row that have one remedy share it. */
  private static List<String> findings(List<Diagnostic> findings) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Diagnostic finding = findings.get(i);
      texts.add(finding.message().problem().shown() + " [" + finding.code().label() + "]");
      finding
          .where()
          .map(place -> Text.of("diagnostic.at").shown().strip() + " " + place)
          .ifPresent(texts::add);
      boolean last = i + 1 == findings.size();
      if (last || !findings.get(i + 1).remedy().equals(finding.remedy())) {
        texts.add(finding.message().fix().shown());
      }
    }
    return texts;
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed _ -> Text.of("probe.ok").shown();
      case Outcome.Warned _ -> Text.of("probe.warn").shown();
      case Outcome.Failed _ -> Text.of("probe.fail").shown();
      case Outcome.Skipped _ -> "-";
    };
  }

  private static int wordWidth() {
    return 2
        + Cells.widest(
            Stream.of("probe.ok", "probe.warn", "probe.fail").map(key -> Text.of(key).shown()));
  }

  private static String text(Outcome outcome) {
    return outcome instanceof Outcome.Skipped(Text reason)
        ? Text.of("probe.skipped", "reason", reason).shown()
        : outcome.text().shown();
  }
}
