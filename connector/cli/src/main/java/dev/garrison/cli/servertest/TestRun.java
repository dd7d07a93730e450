package dev.garrison.cli.servertest;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.plan.TrafficNotice;
import dev.garrison.cli.plan.WritingNotice;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.runscript.OpenScriptRun;
import dev.garrison.runscript.ScriptRunner;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.ScriptRunner.Request;
import dev.garrison.runscript.ScriptStanding;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import dev.garrison.session.RepeatedApply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs a test from its preview to its results.
 *
 * @param waiting lets time pass while servers answer
 */
record TestRun(
    Console console,
    OpenScriptRun.Opening opening,
    Confirmation confirmation,
    RepeatedApply.Waiting waiting,
    TestWords words) {
  int run(TestOptions options) throws InterruptedException {
    Request request = options.request();
    try (OpenScriptRun open = options.manifest().open(opening);
        TrafficNotice _ = new TrafficNotice(console, open.session())) {
      TestPlan plan = open.test().plan(request);
      if (options.answer().table()) {
        screen().show(plan, options.showScript());
      } else if (!options.yes()) {
        print(options.answer(), plan, Optional.empty());
        return ExitCode.CHANGES;
      }
      Optional<Diagnostic> obstacle = plan.standing().obstacle(plan.script().name());
      if (obstacle.isPresent()) {
        return refused(obstacle.get());
      }
      String number = String.valueOf(plan.servers().size());
      if (!confirmation.typed(options.yes(), Text.of("confirm.run", "count", number), number)) {
        console.err().println(Text.of("server-test.not-run").shown());
        return ExitCode.ERROR;
      }
      return run(open.test(), plan, request, options);
    }
  }

  private void print(RowOptions answer, TestPlan plan, Optional<Report> report) {
    answer.print(
        console,
        out -> out.print(new Json().pretty(words.answer(plan, report))),
        out -> TestRow.COLUMNS.print(out, TestRow.of(plan, report)::forEach),
        _ -> report.ifPresent(screen()::show));
  }

  private TestScreen screen() {
    return new TestScreen(console, words);
  }

  private int run(ScriptRunner test, TestPlan plan, Request request, TestOptions options)
      throws InterruptedException {
    Report report;
    try (WritingNotice _ = new WritingNotice(console, TestScreen.ended())) {
      report = test.run(plan, request, options.timeout(), new Progress(console, waiting));
    } catch (RefusalException refusal) {
      if (ScriptStanding.isForPerson(refusal.diagnostics().getFirst())) {
        return refused(refusal.diagnostics().getFirst());
      }
      throw refusal;
    }
    print(options.answer(), plan, Optional.of(report));
    if (report.stopped().isPresent()) {
      refused(report.stopped().get());
      return ExitCode.ERROR;
    }
    return exitCode(report.results());
  }

  /** Shows why the test cannot run; a cause that only a person can clear is no error. */
  private int refused(Diagnostic why) {
    console.out().flush();
    console.err().println(DiagnosticView.render(why));
    return ScriptStanding.isForPerson(why) ? ExitCode.WAITING : ExitCode.ERROR;
  }

  private static int exitCode(List<TestResult> results) {
    if (results.stream().allMatch(TestResult::isWell)) {
      return ExitCode.OK;
    }
    return results.stream().allMatch(result -> result.isWell() || result.outcome().isOpen())
        ? ExitCode.WAITING
        : ExitCode.ERROR;
  }

  /** Prints the answers that arrive while the servers run the test. */
  private record Progress(Console console, RepeatedApply.Waiting waiting)
      implements ScriptRunner.Waiting {
    @Override
    public void pause(Duration duration) throws InterruptedException {
      waiting.pause(duration);
    }

    @Override
    public void heard(TestResult result) {
      console
          .err()
          .println(
              Text.of(
                      "server-test.heard",
                      "server",
                      result.server().name(),
                      "outcome",
                      result.outcome().word())
                  .shown());
    }
  }
}
