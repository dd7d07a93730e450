package dev.garrison.cli.verify;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.fleet.LiveOptions;
import dev.garrison.cli.fleet.Selection;
import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.cli.plan.PartOption;
import dev.garrison.cli.plan.PlanExit;
import dev.garrison.cli.plan.ReadingNotice;
import dev.garrison.cli.plan.TrafficNotice;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.cli.view.PlanView;
import dev.garrison.engine.plan.Plan;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.session.RepeatedApply;
import dev.garrison.session.Session;
import dev.garrison.session.Session.Verified;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.survey.live.LiveQuery;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garrison verify}: checks whether reality matches the manifest. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
  private static final Selection EVERY_SERVER = new Selection(Optional.empty(), Optional.empty());

  @Spec private CommandSpec spec;

  private final Console console;
  private final Sessions sessions;
  private final RepeatedApply.Waiting waiting;

  @Mixin private ManifestOptions options;
  @Mixin private PartOption part = new PartOption();

  @Option(names = "--devices")
  private boolean devices;

  @Mixin private LiveOptions live;

  @Mixin private RowOptions answer;

  /**
   * @param waiting lets time pass while servers answer
   */
  public VerifyCommand(Console console, Sessions sessions, RepeatedApply.Waiting waiting) {
    this.console = console;
    this.sessions = sessions;
    this.waiting = waiting;
  }

  @Override
  public Integer call() {
    if (live.isAsked() && !devices) {
      throw new UsageMistake(spec.commandLine(), Text.of("usage.live"));
    }
    if (devices && !part.part().hasSite()) {
      throw new UsageMistake(spec.commandLine(), Text.of("usage.devices"));
    }
    try (OpenSession open = options.open(sessions, part);
        TrafficNotice _ = new TrafficNotice(console, open)) {
      Session session = open.session();
      Verified verified = ReadingNotice.during(console, open, session::verify);
      if (answer.table()) {
        show(session, verified);
      }
      if (!devices) {
        return done(verified, Optional.empty());
      }
      return live.during(
          console,
          waiting,
          EVERY_SERVER,
          wish -> done(verified, Optional.of(compared(session, wish))));
    }
  }

  private static DeviceFindings compared(Session session, Optional<LiveQuery> wish) {
    return new DeviceFindings(session.devices(wish));
  }

  private int done(Verified verified, Optional<DeviceFindings> compared) {
    answer.print(
        console,
        out -> out.print(new Json().pretty(VerifyAnswer.of(verified, compared))),
        out -> VerifyRow.COLUMNS.print(out, VerifyRow.of(verified, compared)::forEach),
        _ -> compared.ifPresent(findings -> new DevicesScreen(findings, console).print()));
    int site = verified.findings().isEmpty() ? PlanExit.of(verified.plan()) : ExitCode.ERROR;
    return worse(site, compared.map(DeviceFindings::exitCode).orElse(ExitCode.OK));
  }

  /** Worse of two exit codes: an error, then what is blocked, a difference, and waiting. */
  private static int worse(int one, int other) {
    if (one == ExitCode.ERROR || other == ExitCode.OK) {
      return one;
    }
    return one == ExitCode.BLOCKED || one == ExitCode.CHANGES ? one : other;
  }

  private void show(Session session, Verified verified) {
    Plan plan = verified.plan();
    if (!plan.converged()) {
      console.show(PlanView.render(plan, session.ringObjects()));
      console.out().println();
    }
    console.out().println(VerifyVerdict.of(verified));
    console.out().flush();
    verified.findings().forEach(finding -> console.err().println(DiagnosticView.render(finding)));
  }
}
