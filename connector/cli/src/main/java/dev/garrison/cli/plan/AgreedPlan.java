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

/** A special plan, shown, agreed to, made again under the lease, and carried out. */
public final class AgreedPlan {
  private final Console console;
  private final Sessions sessions;
  private final Confirmation confirmation;

  public AgreedPlan(Console console, Sessions sessions, Confirmation confirmation) {
    this.console = console;
    this.sessions = sessions;
    this.confirmation = confirmation;
  }

  /** How such a plan is made. */
  @FunctionalInterface
  public interface Making {
    /**
     * The plan.
     *
     * @param asOf the time for which it is decided: that at which it was shown, however long the
     *     answer took
     */
    Planned plan(Session session, Instant asOf);
  }

  /** What to tell when it went well. */
  @FunctionalInterface
  public interface Afterwards {
    /** Said when it was agreed to, from what is there before anything is written. */
    String words(Session session);
  }

  /**
   * Carries it out.
   *
   * @param opening opens the session
   * @param yes whether nobody has to be asked
   * @param afterwards what to tell when it went well
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

  /** The same, where what there is to tell depends on the site. */
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
