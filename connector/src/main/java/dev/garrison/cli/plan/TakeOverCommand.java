package dev.garrison.cli.plan;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.view.ApplyView;
import dev.garrison.cli.view.PlanView;
import dev.garrison.engine.plan.Planned;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.Writing;
import dev.garrison.session.Writing.Applied;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code adopt} and {@code undo} share: a special plan, shown, agreed to, carried out. */
abstract class TakeOverCommand implements Callable<Integer> {
  private final Console console;
  private final Sessions sessions;
  private final Confirmation confirmation;

  @Mixin private ManifestOptions options;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  TakeOverCommand(Console console, Sessions sessions, Confirmation confirmation) {
    this.console = console;
    this.sessions = sessions;
    this.confirmation = confirmation;
  }

  int carryOut(Function<Session, Planned> plan, String question, String afterwards) {
    try (OpenSession open = options.open(sessions);
        TrafficNotice _ = new TrafficNotice(console, open)) {
      Planned shown = plan.apply(open.session());
      console.out().println(PlanView.render(shown.plan()));
      if (!confirmation.given(yes, question)) {
        console.err().println("Nothing was written.");
        return ExitCode.ERROR;
      }
      try (Writing writing = open.session().write();
          WritingNotice _ = new WritingNotice(console)) {
        Applied applied =
            writing.carryOutAsShown(shown, plan.apply(open.session()), new ApplyScreen(console));
        console.out().println();
        console.out().println(ApplyView.verdict(applied.report(), applied.run()));
        if (applied.report().succeeded()) {
          console.out().println(afterwards);
        }
        return PlanExit.of(applied.report());
      }
    }
  }
}
