package dev.garrison.cli.detection;

import dev.garrison.cli.Console;
import dev.garrison.cli.fleet.Words;
import dev.garrison.cli.view.Printable;
import dev.garrison.cli.view.Wrapped;
import dev.garrison.detection.DetectionPlan;
import dev.garrison.detection.DetectionTest.Report;
import dev.garrison.detection.TestResult;
import dev.garrison.detection.TestServer;
import dev.garrison.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** What would run and where, and what became of it, for people. */
final class DetectionScreen {
  private static final int SHORT_HEAD = 12;

  private final Console console;

  DetectionScreen(Console console) {
    this.console = console;
  }

  void show(DetectionPlan plan, boolean withScript) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Microsoft's detection test on %s of site %s:"
            .formatted(Words.servers(plan.servers().size()), plan.site()));
    plan.servers().forEach(server -> lines.add(line(server)));
    lines.add("");
    lines.add(
        field(
            "script",
            "%s (Test-DefenderDetection.ps1, %s)"
                .formatted(
                    plan.script().name(), plan.script().signed() ? "signed" : "not signed")));
    lines.add(field("GUID", plan.script().guid()));
    lines.add(field("SHA-256", plan.script().digest().hex()));
    lines.add(field("on the site", plan.standing().words()));
    lines.add("  it starts:");
    // Not wrapped: it is to be compared with Microsoft's page.
    lines.add("    powershell.exe " + plan.script().command());
    lines.add("");
    paragraph(
        lines,
        "Each server runs it once, as the system, when it is on within an hour. The script ends the command after some seconds and removes what it made. The command finds no program to fetch or start: nobody can put a file where it looks for one.");
    paragraph(
        lines,
        "Where the sensor works, the portal (security.microsoft.com) shows an alert of the server within about ten minutes. Tell those who watch it.");
    paragraph(
        lines,
        "Not known here: whether the alert comes. Garrison does not ask the portal. Nothing of this can be taken back.");
    if (withScript) {
      lines.add("");
      plan.script().text().lines().forEach(line -> lines.add("  | " + line));
    }
    print(lines);
  }

  private static String line(TestServer server) {
    return Wrapped.hanging(
        "  %-20s  %-10s  ".formatted(server.qualified(), server.ring()),
        server.active()
            ? server.standing()
            : server.standing() + "; no heartbeat of late, so it may be off");
  }

  private static String field(String name, String value) {
    return Wrapped.hanging("  %-13s".formatted(name), value);
  }

  private static void paragraph(List<String> lines, String text) {
    lines.add(Wrapped.hanging("", text));
  }

  void show(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    report.results().forEach(result -> lines.add(line(result)));
    long ran = report.results().stream().filter(TestResult::isWell).count();
    lines.add(
        "Ran on %d of %s. Journal: run %s, head %s"
            .formatted(
                ran,
                Words.servers(report.results().size()),
                report.run(),
                report.head().substring(0, SHORT_HEAD)));
    if (ran > 0) {
      lines.add("Next: look for the alerts in the portal, and close them as tests.");
    }
    if (report.results().stream().anyMatch(result -> result.outcome().isOpen())) {
      lines.add(
          "What comes later stands in the console only: Monitoring > Script Status. Do not run this again for it.");
    }
    print(lines);
  }

  private static String line(TestResult result) {
    String operation =
        result.operation().isPresent()
            ? " (operation %d)".formatted(result.operation().getAsLong())
            : "";
    return Wrapped.hanging(
        "  %-15s  %-11s  ".formatted(result.server().name(), result.outcome().word()),
        result.words() + operation + ".");
  }

  private void print(List<String> lines) {
    lines.forEach(line -> console.out().println(Printable.text(line)));
    console.out().flush();
  }

  /** For whoever ends the program meanwhile. */
  static Diagnostic ended() {
    return Diagnostic.error(
        DetectionViewCode.ENDED_WHILE_TESTING,
        "Garrison was ended while the test was under way. Servers that were sent it run it all the same.",
        "Look in the console, Monitoring > Script Status, before you run this again: 'garrison journal show' names the servers.");
  }
}
