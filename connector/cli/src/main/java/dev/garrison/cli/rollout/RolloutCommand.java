package dev.garrison.cli.rollout;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.option.RingNames;
import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.plan.AgreedPlan;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.cli.rollout.OrderAnswer.Running;
import dev.garrison.cli.view.RingsView;
import dev.garrison.fleet.standing.HaltedServers;
import dev.garrison.jobaccess.JobAccessOpening;
import dev.garrison.language.Text;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garrison rollout}: shows, halts and resumes rings, and skips gates. */
@Command(name = "rollout")
public final class RolloutCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final Sessions sessions;
  private final AgreedPlan agreed;
  private final JobAccessOpening jobs;

  /**
   * @param jobs opens the history of jobs, which are paused when every ring is halted
   */
  public RolloutCommand(
      Console console, Sessions sessions, Confirmation confirmation, JobAccessOpening jobs) {
    this.jobs = jobs;
    this.console = console;
    this.sessions = sessions;
    this.agreed = new AgreedPlan(console, sessions, confirmation);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(name = "status")
  int status(@Mixin ManifestOptions options, @Mixin RowOptions answer) {
    try (OpenSession open = options.open(sessions)) {
      List<RingReport> rings = open.session().rings();
      List<HaltedServers> running =
          rings.stream().anyMatch(ring -> ring.state() == RingState.HALTED)
              ? HaltedServers.in(open.session().fleet())
              : List.of();
      answer.print(
          console,
          () -> RingsAnswer.of(rings, running),
          RingColumns.ALL,
          () -> rings,
          () -> text(rings, running, console.time()));
      return exitCode(rings);
    }
  }

  private static String text(
      List<RingReport> rings, List<HaltedServers> running, TerminalTime time) {
    String text = RingsView.render(rings);
    List<String> deployed =
        rings.stream().filter(RingReport::deployed).map(RingReport::ring).toList();
    List<HaltedServers> shown =
        running.stream().filter(servers -> deployed.contains(servers.ring())).toList();
    return shown.isEmpty()
        ? text
        : String.join(System.lineSeparator(), text, "", StillRunningView.render(shown, time));
  }

  static int exitCode(List<RingReport> rings) {
    if (rings.stream().map(RingReport::state).anyMatch(RingState::needsSomebody)) {
      return ExitCode.CHANGES;
    }
    return rings.stream().allMatch(ring -> ring.state() == RingState.PASSED)
        ? ExitCode.OK
        : ExitCode.WAITING;
  }

  @Command(name = "halt")
  int halt(
      @Parameters(arity = "0..1", paramLabel = "RING", completionCandidates = RingNames.class)
          @Nullable String ring,
      @Option(names = "--all") boolean all,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason,
      @Option(names = {"-y", "--yes"}) boolean yes,
      @Mixin AnswerOptions answer,
      @Mixin ManifestOptions options)
      throws InterruptedException {
    if (all == (ring != null)) {
      throw new UsageMistake(spec.commandLine(), Text.of("usage.ring-or-all"));
    }
    if (ring == null) {
      return new HaltAll(console, agreed, jobs).run(reason, yes, answer, options);
    }
    RingOrder order = new RingOrder(Kind.HALT, ring, reason);
    return decide(
        order,
        options,
        yes,
        answer,
        Text.of("confirm.halt", "ring", ring),
        session -> {
          Running running = Running.of(session, ring);
          return applied ->
              answer.print(
                  console,
                  () -> OrderAnswer.of(order, running, applied),
                  () -> AgreedPlan.text(applied, words(running, ring, console.time())));
        });
  }

  private static String words(Running running, String ring, TerminalTime time) {
    return String.join(
        System.lineSeparator(),
        running
            .servers()
            .filter(_ -> running.deployed())
            .map(servers -> StillRunningView.render(List.of(servers), time))
            .or(() -> running.failure().map(StillRunningView::unread))
            .orElse(""),
        "",
        Text.of("rollout.resume-ring", "ring", ring).shown());
  }

  @Command(name = "resume")
  int resume(
      @Parameters(paramLabel = "RING", completionCandidates = RingNames.class) String ring,
      @Option(names = {"-y", "--yes"}) boolean yes,
      @Mixin AnswerOptions answer,
      @Mixin ManifestOptions options) {
    return decide(
        new RingOrder(Kind.RESUME, ring, ""),
        options,
        yes,
        answer,
        Text.of("confirm.resume", "ring", ring));
  }

  @Command(name = "skip")
  int skip(
      @Parameters(paramLabel = "RING", completionCandidates = RingNames.class) String ring,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason,
      @Option(names = {"-y", "--yes"}) boolean yes,
      @Mixin AnswerOptions answer,
      @Mixin ManifestOptions options) {
    return decide(
        new RingOrder(Kind.SKIP, ring, reason),
        options,
        yes,
        answer,
        Text.of("confirm.skip", "ring", ring));
  }

  private int decide(
      RingOrder order, ManifestOptions options, boolean yes, AnswerOptions answer, Text question) {
    return decide(
        order,
        options,
        yes,
        answer,
        question,
        _ ->
            applied ->
                answer.print(
                    console,
                    () -> OrderAnswer.of(order, Running.NOT_ASKED, applied),
                    () -> AgreedPlan.text(applied, Text.of("rollout.next").shown())));
  }

  private int decide(
      RingOrder order,
      ManifestOptions options,
      boolean yes,
      AnswerOptions answer,
      Text question,
      AgreedPlan.Ending ending) {
    return agreed.carryOut(
        options::open,
        yes,
        answer.aside(console),
        (session, asOf) -> session.order(order, asOf),
        question,
        ending);
  }
}
