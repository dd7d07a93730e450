package dev.garrison.cli.servertest;

import dev.garrison.cli.fleet.Figures;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import dev.garrison.runscript.TestServer;
import java.util.ArrayList;
import java.util.List;

/** Preview and results of a test for the screen. */
final class TestScreen {
  private static final int SHORT_HEAD = 12;

  private final Console console;
  private final TestWords words;

  TestScreen(Console console, TestWords words) {
    this.console = console;
    this.words = words;
  }

  void show(TestPlan plan, boolean withScript) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s on %s of site %s:"
            .formatted(words.title(), Figures.servers(plan.servers().size()), plan.site()));
    plan.servers().forEach(server -> lines.add(line(server)));
    lines.add("");
    lines.add(
        field(
            "script",
            "%s (%s, %s)"
                .formatted(
                    plan.script().name(),
                    words.file(),
                    plan.script().signed() ? "signed" : "not signed")));
    lines.add(field("GUID", plan.script().guid()));
    lines.add(field("SHA-256", plan.script().digest().hex()));
    lines.add(field("on the site", plan.standing().words()));
    lines.addAll(words.script(plan));
    lines.add("");
    words.notes().forEach(text -> lines.add(Wrapped.hanging("", text)));
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

  void show(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    for (TestResult result : report.results()) {
      lines.add(line(result));
      result.hosts().forEach(host -> lines.add(line(host)));
    }
    long well = report.results().stream().filter(TestResult::isWell).count();
    lines.add(
        "%s Journal: run %s, head %s"
            .formatted(
                words.summary(well, Figures.servers(report.results().size())),
                report.run(),
                report.head().substring(0, SHORT_HEAD)));
    words.next(report.results()).forEach(text -> lines.add(Wrapped.hanging("", text)));
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

  private static String line(TestResult.Host host) {
    return Wrapped.hanging(
        "    %s: ".formatted(host.name()),
        (host.reached() ? "reached, " : "not reached, ") + host.why() + ".");
  }

  private void print(List<String> lines) {
    lines.forEach(line -> console.out().println(ScreenText.text(line)));
    console.out().flush();
  }

  /** Notice for a user who ends the program during the test. */
  static Diagnostic ended() {
    return Diagnostic.error(TestViewCode.ENDED_WHILE_TESTING, Message.of("server-test.ended"));
  }
}
