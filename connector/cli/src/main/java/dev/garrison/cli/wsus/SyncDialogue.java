package dev.garrison.cli.wsus;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.connection.Pause;
import dev.garrison.language.Text;
import dev.garrison.wsus.servers.WsusAccess;
import dev.garrison.wsus.sync.PlannedSync;
import dev.garrison.wsus.sync.SyncDecision;
import dev.garrison.wsus.sync.SyncOutcome;
import dev.garrison.wsus.sync.WsusSync;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Shows the planned synchronizations, asks for agreement, starts them, and shows the results. */
public final class SyncDialogue {
  private final Console console;
  private final Confirmation confirmation;
  private final Clock clock;
  private final Pause pause;

  /**
   * @param pause how to wait between two checks of a server
   */
  public SyncDialogue(Console console, Confirmation confirmation, Clock clock, Pause pause) {
    this.console = console;
    this.confirmation = confirmation;
    this.clock = clock;
    this.pause = pause;
  }

  /** Runs the dialog and returns the exit code. */
  int hold(WsusAccess access, SyncOptions options) {
    WsusSync sync = new WsusSync(access, clock, pause);
    Instant now = clock.instant();
    List<PlannedSync> plan = sync.plan(options.server(), options.terms());
    String name = access.manifest().name();
    SyncView view = new SyncView(new TerminalTime(clock.getZone()));
    if (options.onlyShows()) {
      options
          .answer()
          .print(
              console, () -> SyncAnswer.planned(name, now, plan), () -> view.plan(name, plan, now));
      return exitOfPlan(plan);
    }
    (options.answer().json() ? console.err() : console.out()).println(view.plan(name, plan, now));
    if (plan.stream().anyMatch(PlannedSync::starts)
        && !confirmation.given(options.agreed(), Text.of("confirm.sync"))) {
      console.err().println(Text.of("wsus-sync.nothing-started").shown());
      return ExitCode.ERROR;
    }
    List<SyncOutcome> outcomes =
        sync.carryOut(plan, options.terms(), new SyncTicker(console.err(), clock));
    options
        .answer()
        .print(
            console,
            () -> SyncAnswer.ended(name, now, plan, outcomes),
            () -> view.ended(plan, outcomes));
    return exitOf(plan, outcomes);
  }

  private static int exitOfPlan(List<PlannedSync> plan) {
    if (plan.stream().anyMatch(each -> each.decision() instanceof SyncDecision.Refused)) {
      return ExitCode.ERROR;
    }
    if (plan.stream().anyMatch(PlannedSync::starts)) {
      return ExitCode.CHANGES;
    }
    return plan.stream().anyMatch(each -> each.decision() instanceof SyncDecision.Join)
        ? ExitCode.WAITING
        : ExitCode.OK;
  }

  private static int exitOf(List<PlannedSync> plan, List<SyncOutcome> outcomes) {
    for (int i = 0; i < plan.size(); i++) {
      if (!outcomes.get(i).problems(plan.get(i).server()).isEmpty()) {
        return ExitCode.ERROR;
      }
    }
    return outcomes.stream().anyMatch(SyncOutcome::waits) ? ExitCode.WAITING : ExitCode.OK;
  }
}
