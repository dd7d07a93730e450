package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.session.Adoption;

/** An apply as a person follows it. */
public final class ApplyView {
  private static final int WORD = 10;
  private static final int KIND = 14;

  private ApplyView() {}

  /** One finished object, or an empty text for one that needed nothing. */
  public static String line(PlannedChange change, StepResult result) {
    String object =
        ScreenText.padded(change.address().kind(), KIND) + " " + change.address().name();
    return ScreenText.text(line(change, object, result));
  }

  private static String line(PlannedChange change, String object, StepResult result) {
    return switch (result) {
      case StepResult.Unchanged _ -> "";
      case StepResult.Done(String remark) ->
          word("done")
              + object
              + ", read back: "
              + seen(change)
              + (remark.isEmpty() ? "" : "; " + remark);
      case StepResult.Waiting(String what) -> word("waits") + object + ": " + what;
      case StepResult.Blocked(String what, Blockage _) -> word("BLOCKED") + object + ": " + what;
      case StepResult.Held(String why) -> word("held") + object + ": " + why;
      case StepResult.ByHand _ -> word("by hand") + object;
      case StepResult.Skipped(Address because) -> word("skipped") + object + ": needs " + because;
      case StepResult.NotTried(Address because) ->
          word("not tried") + object + ": the run stopped at " + because;
      case StepResult.Failed(Diagnostic _) -> word("FAILED") + object;
    };
  }

  /** The word for what the read after the write showed. */
  private static String seen(PlannedChange change) {
    if (change.action() == Action.DELETE) {
      return "gone";
    }
    return change.summary().equals(Adoption.SUMMARY) ? "marked" : "equal";
  }

  /** The counts in one line, with the journal's head; in place are as many as in the journal. */
  public static String verdict(ApplyReport report, String run) {
    long done = report.count(StepResult.Done.class::isInstance);
    long equal = report.count(StepResult.Unchanged.class::isInstance);
    long waiting = report.count(StepResult.Waiting.class::isInstance);
    long blocked = report.count(StepResult.Blocked.class::isInstance);
    long held = report.count(StepResult.Held.class::isInstance);
    long byHand = report.count(StepResult.ByHand.class::isInstance);
    long failed = report.count(StepResult::failed);
    String head = report.head().length() > 12 ? report.head().substring(0, 12) : report.head();
    return "Applied: %d in place%s%s%s%s%s%s. Journal run %s, head %s."
        .formatted(
            done + equal,
            equal == 0 ? "" : " (%d done, %d equal before)".formatted(done, equal),
            failed == 0 ? "" : ", " + failed + " failed, skipped or not tried",
            waiting == 0 ? "" : ", " + waiting + (waiting == 1 ? " waits" : " wait"),
            blocked == 0 ? "" : ", " + blocked + " blocked",
            held == 0 ? "" : ", " + held + " held back",
            byHand == 0 ? "" : ", " + byHand + " by hand",
            run,
            head);
  }

  private static String word(String word) {
    return "  " + ScreenText.padded(word, WORD);
  }
}
