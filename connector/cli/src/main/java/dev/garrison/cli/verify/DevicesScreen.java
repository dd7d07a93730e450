package dev.garrison.cli.verify;

import dev.garrison.cli.fleet.Figures;
import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.fleet.compliance.ComplianceFinding;
import dev.garrison.fleet.compliance.ComplianceFinding.Outcome;
import dev.garrison.fleet.compliance.Deviation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Servers that differ from the manifest, with wanted and actual values, for the screen. */
final class DevicesScreen {
  /** Limit of servers on the screen; a person does not work through more. */
  private static final int MOST = 100;

  private final DeviceFindings findings;
  private final Console console;

  DevicesScreen(DeviceFindings findings, Console console) {
    this.findings = findings;
    this.console = console;
  }

  void print() {
    List<String> lines = new ArrayList<>(LiveWords.screen(findings.standing().fleet().live()));
    findings.standing().fleet().notes().forEach(note -> lines.add(Wrapped.hanging("  - ", note)));
    List<ComplianceFinding> differing = differing();
    if (!differing.isEmpty()) {
      lines.add(row("server", "ring", "what", "").stripTrailing());
      differing.forEach(finding -> lines.addAll(lines(finding)));
    }
    int more = findings.of(Outcome.DIFFERS) - differing.size();
    if (more > 0) {
      lines.add("  and %s more: --json names them all".formatted(Figures.servers(more)));
    }
    if (!differing.isEmpty()) {
      lines.add("What to do about one of them: garrison status --server NAME");
    }
    lines.add(verdict());
    lines.forEach(line -> console.out().println(ScreenText.text(line)));
  }

  private List<ComplianceFinding> differing() {
    List<ComplianceFinding> differing = new ArrayList<>();
    findings.each(finding -> {
      if (finding.outcome() == Outcome.DIFFERS && differing.size() < MOST) {
        differing.add(finding);
      }
    });
    return differing;
  }

  private List<String> lines(ComplianceFinding finding) {
    List<String> lines = new ArrayList<>();
    String server = finding.server().name();
    String ring = finding.server().ring();
    for (Deviation deviation : finding.deviations()) {
      lines.add(
          Wrapped.hanging(
              row(server, ring, deviation.what().word(), "wanted  "), deviation.wanted() + "."));
      lines.add(
          Wrapped.hanging(
              row("", "", "", "is      "),
              "%s (%s%s).".formatted(deviation.is(), deviation.source(), since(deviation))));
      server = "";
      ring = "";
    }
    return lines;
  }

  private String since(Deviation deviation) {
    return deviation.at().map(at -> ", " + console.time().minute(at)).orElse("");
  }

  private static String row(String server, String ring, String what, String last) {
    return "  %-15s  %-10s  %-10s  %s".formatted(server, ring, what, last);
  }

  /** Number of servers by result, differing ones first. */
  private String verdict() {
    String counts =
        Arrays.stream(Outcome.values())
            .filter(outcome -> findings.of(outcome) > 0)
            .map(outcome -> "%d %s".formatted(findings.of(outcome), outcome.words()))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "No ring has a server." : "Servers: %s.".formatted(counts);
  }
}
