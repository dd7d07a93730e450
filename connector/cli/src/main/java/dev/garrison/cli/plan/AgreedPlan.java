package dev.garrison.cli.plan;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.ApplyView;
import dev.garrison.cli.view.PlanDetail;
import dev.garrison.cli.view.PlanView;
import dev.garrison.engine.plan.Planned;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.session.WriteSession.Applied;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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

  /** Display of the result. */
  @FunctionalInterface
  public interface Ending {
    /** Makes it after the agreement, from the state before anything is written. */
    Consumer<Applied> of(Session session);
  }

  /**
   * Carries out the plan.
   *
   * @param opening opens the session
   * @param yes whether the question is skipped
   * @param json the answer for programs
   * @param afterwards the text to show after success
   * @return the exit code
   */
  int carryOut(
      Function<Sessions, OpenSession> opening,
      boolean yes,
      AnswerOptions answer,
      Making making,
      Text question,
      Function<Applied, AgreedAnswer> json,
      Text afterwards) {
    return carryOut(
        opening,
        yes,
        answer.aside(console),
        making,
        question,
        _ ->
            applied ->
                answer.print(
                    console, () -> json.apply(applied), () -> text(applied, afterwards.shown())));
  }

  /**
   * Carries out the plan, with an ending that depends on the site.
   *
   * @param aside where the plan and its progress are shown
   */
  public int carryOut(
      Function<Sessions, OpenSession> opening,
      boolean yes,
      Console aside,
      Making making,
      Text question,
      Ending ending) {
    return carryOut(opening, yes, aside, making, question, () -> {}, ending);
  }

  /**
   * Carries out the plan after a first step.
   *
   * @param first what comes right after the agreement, before the wait for another writer
   */
  public int carryOut(
      Function<Sessions, OpenSession> opening,
      boolean yes,
      Console aside,
      Making making,
      Text question,
      Runnable first,
      Ending ending) {
    try (OpenSession open = opening.apply(sessions);
        TrafficNotice _ = new TrafficNotice(console, open)) {
      Planned shown =
          ReadingNotice.during(
              console, open, () -> making.plan(open.session(), open.session().now()));
      aside.show(
          PlanView.render(shown.plan(), open.session().ringObjects(), PlanDetail.WITH_NOTES));
      if (!confirmation.given(shown.plan().takesOut(false), Set.of())
          || !confirmation.given(yes, question)) {
        console.err().println(Text.of("apply.nothing-written").shown());
        return ExitCode.ERROR;
      }
      first.run();
      JournalNotice.show(console, open.session());
      try (WriteSession writing = open.session().write();
          WritingNotice _ = new WritingNotice(console)) {
        Consumer<Applied> end = ending.of(open.session());
        Planned again = making.plan(open.session(), shown.plan().asOf());
        Applied applied = carryOut(writing, shown, again, open.session().ringObjects(), aside);
        end.accept(applied);
        return PlanExit.of(applied.report());
      }
    }
  }

  /**
   * Carries out a plan of a changed manifest, which is shown already, after asking. Offboarding is
   * agreed to even if it comes with a later run.
   *
   * @param making makes the plan again, under the lease
   * @param change the change, made once the plan is still the one that was shown, and before
   *     anything is written to the site
   */
  public int carryOut(
      Session session, Planned shown, Making making, Runnable change, Text afterwards) {
    if (!confirmation.given(shown.plan().takesOut(true), Set.of())
        || !confirmation.given(false, Text.of("confirm.write-and-apply"))) {
      console.err().println(Text.of("apply.nothing-written").shown());
      return ExitCode.ERROR;
    }
    JournalNotice.show(console, session);
    try (WriteSession writing = session.write();
        WritingNotice _ = new WritingNotice(console, Message.of("writing-notice.manifest"))) {
      Planned again = making.plan(session, shown.plan().asOf());
      WriteSession.requireAsShown(shown, again);
      change.run();
      Applied applied = carryOut(writing, shown, again, session.ringObjects(), console);
      console.out().println(text(applied, afterwards.shown()));
      return PlanExit.of(shown.plan(), applied.report());
    }
  }

  private static Applied carryOut(
      WriteSession writing, Planned shown, Planned again, List<RingObjects> rings, Console aside) {
    try (ApplyScreen screen = ApplyScreen.of(aside, shown.plan(), rings)) {
      return writing.carryOutAsShown(shown, again, screen);
    }
  }

  /** The verdict for people, and what follows from it after success. */
  public static String text(Applied applied, String afterwards) {
    String verdict =
        System.lineSeparator()
            + String.join(
                System.lineSeparator(), ApplyView.verdict(applied.report(), applied.run()));
    return applied.report().succeeded() ? verdict + System.lineSeparator() + afterwards : verdict;
  }
}
