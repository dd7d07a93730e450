package dev.garrison.cli.view;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.review.AlikeChanges;
import dev.garrison.review.PlanMark;
import dev.garrison.review.PlanReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines for the changes of one group. Objects about which the screen says the same are put together
 * on one line.
 */
final class PlanLines {
  private static final int MOST_NAME = 40;
  private static final int MOST_TOGETHER = 60;

  private final PlanReason reasons;
  private final boolean eachOnItsOwn;
  private final int kinds;
  private final int names;

  PlanLines(List<PlannedChange> shown, PlanReason reasons, boolean eachOnItsOwn) {
    this.reasons = reasons;
    this.eachOnItsOwn = eachOnItsOwn;
    this.kinds = width(shown.stream().map(change -> change.address().kind()).toList());
    this.names =
        width(
            together(shown).stream()
                .map(AlikeChanges::name)
                .filter(name -> Cells.of(name) <= MOST_NAME)
                .toList());
  }

  /** Lines for these changes, in their order. */
  List<String> of(List<PlannedChange> changes) {
    List<String> lines = new ArrayList<>();
    together(changes).forEach(some -> add(some, lines));
    return lines;
  }

  private List<AlikeChanges> together(List<PlannedChange> changes) {
    return eachOnItsOwn
        ? AlikeChanges.alone(changes)
        : AlikeChanges.of(changes, reasons, name -> Cells.of(name) <= MOST_TOGETHER);
  }

  private void add(AlikeChanges some, List<String> lines) {
    PlannedChange change = some.first();
    String head =
        head(PlanMark.of(change)) + ScreenText.padded(change.address().kind(), kinds) + " ";
    String count =
        some.changes().size() == 1
            ? ""
            : "  " + Text.of("plan.objects", "count", some.changes().size()).shown();
    hang(head + ScreenText.padded(some.name(), names) + "  ", reasons.of(change) + count, lines);
    String indent = " ".repeat(Cells.of(head));
    if (PlanMark.of(change) == PlanMark.CHANGE || PlanMark.of(change) == PlanMark.REPLACE) {
      change
          .differences()
          .forEach(difference -> hang(indent, DifferenceView.render(difference), lines));
    }
    change.step().ifPresent(step -> step(step, indent, lines));
    change.notes().forEach(note -> hang(indent, RecordedText.shown(note), lines));
  }

  /** A mark and its word, as wide for each of them. */
  static String head(PlanMark mark) {
    int width = Cells.widest(Arrays.stream(PlanMark.values()).map(PlanMark::word));
    return "  " + mark.sign() + " " + ScreenText.padded(mark.word(), width) + " ";
  }

  /** Adds a text behind its head; what does not fit goes on below it. */
  private static void hang(String head, String text, List<String> lines) {
    int width = Cells.of(head);
    String next = head;
    for (String line : Wrapped.lines(text, Wrapped.WIDTH - width)) {
      lines.add((next + line).stripTrailing());
      next = " ".repeat(width);
    }
  }

  private static void step(ManualStep step, String indent, List<String> lines) {
    hang(
        indent,
        Text.of("plan.step-console", "step", RecordedText.shown(step.console())).shown(),
        lines);
    lines.add(indent + Text.of("plan.step-powershell", "command", step.powershell()).shown());
  }

  private static int width(List<String> texts) {
    return Cells.widest(texts.stream());
  }
}
