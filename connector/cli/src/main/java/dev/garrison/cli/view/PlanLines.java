package dev.garrison.cli.view;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lines for the changes of one group. New, waiting, or blocked objects of one kind about which the
 * screen says the same are put together on one line.
 */
final class PlanLines {
  private static final int MOST_NAME = 40;
  private static final int MOST_TOGETHER = 60;
  private static final Set<PlanMark> TOGETHER =
      Set.of(PlanMark.CREATE, PlanMark.WAITING, PlanMark.BLOCKED);

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
                .map(PlanLines::name)
                .filter(name -> Cells.of(name) <= MOST_NAME)
                .toList());
  }

  /** Lines for these changes, in their order. */
  List<String> of(List<PlannedChange> changes) {
    List<String> lines = new ArrayList<>();
    together(changes).forEach(some -> add(some, lines));
    return lines;
  }

  private List<List<PlannedChange>> together(List<PlannedChange> changes) {
    List<List<PlannedChange>> all = new ArrayList<>();
    for (PlannedChange change : changes) {
      List<PlannedChange> last = all.isEmpty() ? List.of() : all.getLast();
      if (!last.isEmpty() && alike(last.getFirst(), change) && fits(last, change)) {
        last.add(change);
      } else {
        all.add(new ArrayList<>(List.of(change)));
      }
    }
    return all;
  }

  private boolean alike(PlannedChange one, PlannedChange other) {
    return !eachOnItsOwn
        && isPlain(one)
        && isPlain(other)
        && PlanMark.of(one) == PlanMark.of(other)
        && one.address().kind().equals(other.address().kind())
        && reasons.of(one).equals(reasons.of(other));
  }

  private static boolean isPlain(PlannedChange change) {
    return TOGETHER.contains(PlanMark.of(change))
        && change.notes().isEmpty()
        && change.step().isEmpty();
  }

  private static boolean fits(List<PlannedChange> some, PlannedChange more) {
    List<PlannedChange> all = new ArrayList<>(some);
    all.add(more);
    int common = start(all).length() + end(more).length();
    return !start(all).isEmpty()
        && all.stream().allMatch(change -> change.address().name().length() > common)
        && end(more).equals(end(some.getFirst()))
        && Cells.of(name(all)) <= MOST_TOGETHER;
  }

  /** The name, or what differs in the names as a list between what they have in common. */
  private static String name(List<PlannedChange> some) {
    if (some.size() == 1) {
      return some.getFirst().address().name();
    }
    String start = start(some);
    String end = end(some.getFirst());
    String list =
        some.stream()
            .map(change -> change.address().name())
            .map(name -> name.substring(start.length(), name.length() - end.length()))
            .collect(Collectors.joining(", "));
    return end.isEmpty() ? start + list : start + "(" + list + ")" + end;
  }

  /** Words with which all names begin. */
  private static String start(List<PlannedChange> some) {
    String start = some.getFirst().address().name();
    for (PlannedChange change : some) {
      while (!change.address().name().startsWith(start)) {
        start = words(start.stripTrailing());
      }
    }
    return start.endsWith(" ") ? start : words(start);
  }

  private static String words(String text) {
    return text.substring(0, text.lastIndexOf(' ') + 1);
  }

  /** Words without a digit with which the name ends, behind a number such as that of a release. */
  private static String end(PlannedChange change) {
    String name = change.address().name();
    int from = name.length();
    for (int space = name.lastIndexOf(' ', from - 1);
        space >= 0 && name.substring(space, from).chars().noneMatch(Character::isDigit);
        space = name.lastIndexOf(' ', from - 1)) {
      from = space;
    }
    return name.substring(from);
  }

  private void add(List<PlannedChange> some, List<String> lines) {
    PlannedChange change = some.getFirst();
    String head =
        PlanMark.of(change).head() + ScreenText.padded(change.address().kind(), kinds) + " ";
    String count =
        some.size() == 1 ? "" : "  " + Text.of("plan.objects", "count", some.size()).shown();
    hang(head + ScreenText.padded(name(some), names) + "  ", reasons.of(change) + count, lines);
    String indent = " ".repeat(Cells.of(head));
    if (PlanMark.of(change) == PlanMark.CHANGE || PlanMark.of(change) == PlanMark.REPLACE) {
      change
          .differences()
          .forEach(difference -> hang(indent, DifferenceView.render(difference), lines));
    }
    change.step().ifPresent(step -> step(step, indent, lines));
    change.notes().forEach(note -> hang(indent, RecordedText.shown(note), lines));
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
