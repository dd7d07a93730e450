package dev.garrison.cli.detection;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.cli.plan.TrafficNotice;
import dev.garrison.cli.plan.WritingNotice;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.detection.DetectionPlan;
import dev.garrison.detection.DetectionTest;
import dev.garrison.detection.DetectionTest.Report;
import dev.garrison.detection.DetectionTest.Request;
import dev.garrison.detection.OpenTest;
import dev.garrison.detection.ScriptStanding;
import dev.garrison.detection.TestResult;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.session.Convergence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code garrison test-detection}: Microsoft's detection test on servers that are named. */
@Command(
    name = "test-detection",
    description = {
      "Run Microsoft's detection test on servers that are named: where the sensor works, the portal shows an alert.",
      "Shows first what would run and where. It runs as a script of the site (Run Scripts), which by default two people make: whoever runs this first, and somebody who approves it. Where the site lets authors approve, it is approved and run at once.",
      "It cannot be taken back, and whether the alert came only the portal shows."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it ran on every server",
      "1:an error; a server was refused, or the test did not run there",
      "2:with --json and without --yes: what would run was shown",
      "3:another person has to approve the script, or a server is off or has not answered yet"
    })
public final class TestDetectionCommand implements Callable<Integer> {
  private static final int MOST = 25;

  @Spec private CommandSpec spec;

  private final Console console;
  private final OpenTest.Opening opening;
  private final Confirmation confirmation;
  private final Convergence.Waiting waiting;

  @Mixin private ManifestOptions options;

  @Option(
      names = "--server",
      required = true,
      paramLabel = "NAME",
      arity = "1..*",
      description = "The servers, by NetBIOS or DNS name. Each must be in a ring.")
  private List<String> servers = new ArrayList<>();

  @Option(
      names = "--max-devices",
      paramLabel = "N",
      defaultValue = "5",
      description = "The most servers to test at once; ${DEFAULT-VALUE} unless given, 25 at most.")
  private int most = 5;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description = "Wait at most this long for the servers; ${DEFAULT-VALUE} unless named.")
  private Duration timeout = Duration.ofMinutes(5);

  @Option(
      names = "--change",
      paramLabel = "ID",
      description = "The change board's number, kept in the journal.")
  private @Nullable String change;

  @Option(names = "--show-script", description = "Also print the whole script.")
  private boolean showScript;

  @Option(
      names = "--json",
      description = "Print the result as JSON; without --yes what would run, and run nothing.")
  private boolean json;

  /**
   * @param waiting lets time pass while servers answer
   */
  public TestDetectionCommand(
      Console console,
      OpenTest.Opening opening,
      Confirmation confirmation,
      Convergence.Waiting waiting) {
    this.console = console;
    this.opening = opening;
    this.confirmation = confirmation;
    this.waiting = waiting;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (most < 1 || most > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--max-devices takes 1 to %d; '%d' is not.".formatted(MOST, most));
    }
    Request request = new Request(servers, most, Optional.ofNullable(change));
    try (OpenTest open = options.open(opening);
        TrafficNotice _ = new TrafficNotice(console, open.session())) {
      DetectionPlan plan = open.test().plan(request);
      if (json && !yes) {
        console.out().print(DetectionJson.text(plan, Optional.empty()));
        return ExitCode.CHANGES;
      }
      if (!json) {
        new DetectionScreen(console).show(plan, showScript);
      }
      Optional<Diagnostic> obstacle = plan.standing().obstacle(plan.script().name());
      if (obstacle.isPresent()) {
        return refused(obstacle.get());
      }
      String number = String.valueOf(plan.servers().size());
      if (!confirmation.typed(
          yes, "Run it there? Type the number of servers (%s): ".formatted(number), number)) {
        console.err().println("Nothing was run.");
        return ExitCode.ERROR;
      }
      return run(open.test(), plan, request);
    }
  }

  private int run(DetectionTest test, DetectionPlan plan, Request request)
      throws InterruptedException {
    Report report;
    try (WritingNotice _ = new WritingNotice(console, DetectionScreen.ended())) {
      report = test.run(plan, request, timeout, new Progress(console, waiting));
    } catch (RefusalException refusal) {
      if (ScriptStanding.isForPerson(refusal.diagnostics().getFirst())) {
        return refused(refusal.diagnostics().getFirst());
      }
      throw refusal;
    }
    if (json) {
      console.out().print(DetectionJson.text(plan, Optional.of(report)));
    } else {
      new DetectionScreen(console).show(report);
    }
    if (report.stopped().isPresent()) {
      refused(report.stopped().get());
      return ExitCode.ERROR;
    }
    return exitCode(report.results());
  }

  /** What only a person can clear is no error. */
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

  /** Says what is heard while the servers run it. */
  private record Progress(Console console, Convergence.Waiting waiting)
      implements DetectionTest.Waiting {
    @Override
    public void pause(Duration duration) throws InterruptedException {
      waiting.pause(duration);
    }

    @Override
    public void heard(TestResult result) {
      console.err().printf("%s: %s.%n", result.server().name(), result.outcome().word());
    }
  }
}
