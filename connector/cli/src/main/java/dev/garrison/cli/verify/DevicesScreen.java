package dev.garrison.cli.verify;

import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.fleet.compliance.ComplianceFinding;
import dev.garrison.fleet.compliance.ComplianceFinding.Outcome;
import dev.garrison.fleet.compliance.Deviation;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Servers that differ from the manifest, with wanted and actual values, for the screen. */
final class DevicesScreen {
  /** Limit of servers on the screen; a person does not work through more. */
  private static final int MOST = 100;

  private static final int SERVER = 15;
  private static final int RING = 10;

  private final DeviceFindings findings;
  private final Console console;

  DevicesScreen(DeviceFindings findings, Console console) {
    this.findings = findings;
    this.console = console;
  }

  void print() {
    List<String> lines = new ArrayList<>(LiveWords.screen(findings.standing().fleet().live()));
    findings
        .standing()
        .fleet()
        .notes()
        .forEach(note -> lines.add(Wrapped.hanging("  - ", RecordedText.shown(note))));
    List<ComplianceFinding> differing = differing();
    if (!differing.isEmpty()) {
      lines.add(
          row(
                  Text.of("devices.server").shown(),
                  Text.of("devices.ring").shown(),
                  Text.of("devices.what").shown(),
                  "")
              .stripTrailing());
      differing.forEach(finding -> lines.addAll(lines(finding)));
    }
    int more = findings.of(Outcome.DIFFERS) - differing.size();
    if (more > 0) {
      lines.add("  " + Text.of("devices.more", "count", more).shown());
    }
    if (!differing.isEmpty()) {
      lines.add(Text.of("devices.next").shown());
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
    String wanted = Text.of("devices.wanted").shown();
    String actual = Text.of("devices.actual").shown();
    int label = Cells.widest(Stream.of(wanted, actual)) + 2;
    List<String> lines = new ArrayList<>();
    String server = finding.server().name();
    String ring = finding.server().ring();
    for (Deviation deviation : finding.deviations()) {
      lines.add(
          Wrapped.hanging(
              row(server, ring, deviation.what().word(), ScreenText.padded(wanted, label)),
              Text.of("devices.value", "value", deviation.wanted()).shown()));
      lines.add(
          Wrapped.hanging(
              row("", "", "", ScreenText.padded(actual, label)),
              Text.of(
                      deviation.at().isPresent() ? "devices.value-at" : "devices.value-from",
                      "value",
                      deviation.is(),
                      "source",
                      deviation.source(),
                      "time",
                      deviation.at().map(console.time()::minute).orElse(""))
                  .shown()));
      server = "";
      ring = "";
    }
    return lines;
  }

  private static String row(String server, String ring, String what, String last) {
    return "  %s  %s  %s  %s"
        .formatted(
            ScreenText.padded(server, SERVER),
            ScreenText.padded(ring, RING),
            ScreenText.padded(what, RING),
            last);
  }

  /** Number of servers by result, differing ones first. */
  private String verdict() {
    List<Text> counts =
        Arrays.stream(Outcome.values())
            .filter(outcome -> findings.of(outcome) > 0)
            .map(outcome -> Text.of(key(outcome), "count", findings.of(outcome)))
            .toList();
    return (counts.isEmpty()
            ? Text.of("devices.none")
            : Text.of("devices.verdict", "counts", counts))
        .shown();
  }

  private static String key(Outcome outcome) {
    return switch (outcome) {
      case DIFFERS -> "devices.differs";
      case AS_WANTED -> "devices.as-wanted";
      case NO_ANSWER -> "devices.no-answer";
      case NOT_DUE -> "devices.not-due";
      case LEFT_OUT -> "devices.left-out";
    };
  }
}
