package dev.garrison.cli.servertest;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import dev.garrison.runscript.TestServer;
import java.util.ArrayList;
import java.util.List;

/** Preview and results of a test for the screen. */
final class TestScreen {
  private static final int SHORT_HEAD = 12;
  private static final int FIELD = 13;

  private final Console console;
  private final TestWords words;

  TestScreen(Console console, TestWords words) {
    this.console = console;
    this.words = words;
  }

  void show(TestPlan plan, boolean withScript) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.of(
                "server-test.head",
                "title",
                words.title(),
                "count",
                plan.servers().size(),
                "site",
                RecordedText.shown(plan.site()))
            .shown());
    plan.servers().forEach(server -> lines.add(line(server)));
    lines.add("");
    lines.add(
        field(
            Text.of("server-test.script"),
            Text.of(
                    plan.script().signed() ? "server-test.signed" : "server-test.not-signed",
                    "name",
                    plan.script().name(),
                    "file",
                    words.file())
                .shown()));
    lines.add(field(Text.of("server-test.guid"), plan.script().guid()));
    lines.add(field(Text.of("server-test.digest"), plan.script().digest().hex()));
    lines.add(field(Text.of("server-test.on-site"), plan.standing().words().shown()));
    lines.addAll(words.script(plan));
    lines.add("");
    words.notes().forEach(text -> lines.add(Wrapped.hanging("", text.shown())));
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
            ? RecordedText.shown(server.standing())
            : Text.of("server-test.quiet", "status", RecordedText.shown(server.standing()))
                .shown());
  }

  private static String field(Text name, String value) {
    return Wrapped.hanging("  " + ScreenText.padded(name.shown(), FIELD), value);
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
        ScreenText.sentences(
            List.of(
                words.summary(well, report.results().size()),
                Text.of(
                    "server-test.journal",
                    "run",
                    report.run(),
                    "head",
                    report.head().substring(0, SHORT_HEAD)))));
    words.next(report.results()).forEach(text -> lines.add(Wrapped.hanging("", text.shown())));
    if (report.results().stream().anyMatch(result -> result.outcome().isOpen())) {
      lines.add(Text.of("server-test.later").shown());
    }
    print(lines);
  }

  private static String line(TestResult result) {
    Text text =
        result.operation().isPresent()
            ? Text.of(
                "server-test.result-operation",
                "result",
                RecordedText.shown(result.words()),
                "operation",
                String.valueOf(result.operation().getAsLong()))
            : Text.of("server-test.result", "result", RecordedText.shown(result.words()));
    return Wrapped.hanging(
        "  %-15s  %-11s  ".formatted(result.server().name(), result.outcome().word()),
        text.shown());
  }

  private static String line(TestResult.Host host) {
    return Wrapped.hanging(
        "    %s: ".formatted(host.name()),
        Text.of(
                host.reached() ? "server-test.reached" : "server-test.not-reached",
                "why",
                host.why())
            .shown());
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
