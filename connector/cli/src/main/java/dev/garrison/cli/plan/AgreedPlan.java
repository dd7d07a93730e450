package dev.garrison.cli.plan;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.ApplyView;
import dev.garrison.cli.view.PlanView;
import dev.garrison.engine.plan.Planned;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.session.WriteSession.Applied;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/** Shows a special plan, asks for agreement, makes it again under the lease, and carries it out. */
public final class AgreedPlan {
  private final Console console;
  private final Sessions sessions;
  private final Confirmation confirmation;

  public AgreedPlan(Console console, Sessions sessions, Confirmation confirmation) {
    this.console = console;
    this.sessions = sessions;
    this.confirmation = confirmation;
  }

  /** Makes such a plan. */
  @FunctionalInterface
  public interface Making {
    /**
     * Makes the plan.
     *
     * @param asOf the time for which it is decided: the time at which it was shown, even if the
     *     answer took long
     */
    Planned plan(Session session, Instant asOf);
  }

  /** Text to show after success. */
  @FunctionalInterface
  public interface Afterwards {
    /** Makes the text after the agreement, from the state before anything is written. */
    String words(Session session);
  }

  /**
   * Carries out the plan.
   *
   * @param opening opens the session
   * @param yes whether the question is skipped
   * @param afterwards the text to show after success
   * @return the exit code
   */
  public int carryOut(
      Function<Sessions, OpenSession> opening,
      boolean yes,
      Making making,
      String question,
      String afterwards) {
    return carryOut(opening, yes, making, question, _ -> afterwards);
  }

  /** Carries out the plan, with a text after success that depends on the site. */
  public int carryOut(
      Function<Sessions, OpenSession> opening,
      boolean yes,
      Making making,
      String question,
      Afterwards afterwards) {
    try (OpenSession open = opening.apply(sessions);
        TrafficNotice _ = new TrafficNotice(console, open)) {
      Planned shown = making.plan(open.session(), open.session().now());
      console.out().println(PlanView.render(shown.plan()));
      if (!confirmation.given(shown.plan().takesOut(false), Set.of())
          || !confirmation.given(yes, question)) {
        console.err().println("Nothing was written.");
        return ExitCode.ERROR;
      }
      try (WriteSession writing = open.session().write();
          WritingNotice _ = new WritingNotice(console)) {
        String words = afterwards.words(open.session());
        Applied applied =
            writing.carryOutAsShown(
                shown, making.plan(open.session(), shown.plan().asOf()), new ApplyScreen(console));
        console.out().println();
        console.out().println(ApplyView.verdict(applied.report(), applied.run()));
        if (applied.report().succeeded()) {
          console.out().println(words);
        }
        return PlanExit.of(applied.report());
      }
    }
  }
}
