package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.outcome.ProbeSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A probe as a person reads it: one line for each check, causes and remedies below, verdict last.
 */
public final class ProbeView {
  private static final int LABEL = 17;

  private ProbeView() {}

  /**
   * Several lines without a final line end.
   *
   * @param time how the time is shown
   */
  public static String render(ProbeResult result, TerminalTime time) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, site %s, %s".formatted(result.manifest(), result.site(), time.minute(result.at())));
    for (ProbeSection section : result.sections()) {
      lines.add("");
      lines.add(("  " + section.title() + "   " + section.subject()).stripTrailing());
      section.lines().forEach(line -> add(line, lines));
    }
    lines.add("");
    lines.add("  " + verdict(result));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static String verdict(ProbeResult result) {
    List<String> counts = new ArrayList<>();
    if (result.failed() > 0) {
      counts.add(counted(result.failed(), "problem", "problems"));
    }
    if (result.warned() > 0) {
      counts.add(counted(result.warned(), "warning", "warnings"));
    }
    if (result.skipped() > 0) {
      counts.add(result.skipped() + " not checked");
    }
    String found = counts.isEmpty() ? "Everything is as it should be" : String.join(", ", counts);
    return found + ". Nothing was written.";
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static void add(ProbeLine line, List<String> lines) {
    String head =
        String.format(Locale.ROOT, "    %-6s%-" + LABEL + "s", word(line.outcome()), line.label());
    List<String> texts = new ArrayList<>();
    if (!text(line.outcome()).isEmpty()) {
      texts.add(text(line.outcome()));
    }
    texts.addAll(findings(line.outcome().problems()));
    lines.add(Wrapped.hanging(head, String.join("\n", texts)).stripTrailing());
    if (line.outcome() instanceof Outcome.Failed failed) {
      failed.lines().forEach(each -> lines.add(" ".repeat(head.length()) + each));
    }
  }

  /** Findings in a row that have one remedy share it. */
  private static List<String> findings(List<Diagnostic> findings) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Diagnostic finding = findings.get(i);
      texts.add(finding.problem() + " [" + finding.code().label() + "]");
      boolean last = i + 1 == findings.size();
      if (last || !findings.get(i + 1).remedy().equals(finding.remedy())) {
        texts.add(finding.remedy());
      }
    }
    return texts;
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed _ -> "ok";
      case Outcome.Warned _ -> "warn";
      case Outcome.Failed _ -> "FAIL";
      case Outcome.Skipped _ -> "-";
    };
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed(String text) -> text;
      case Outcome.Warned warned -> warned.text();
      case Outcome.Failed failed -> failed.text();
      case Outcome.Skipped(String reason) -> "not checked: " + reason;
    };
  }
}
