package dev.garrison.cli.view;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.PlannedChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Counts of changes: the same ones in the verdict of a plan and at the head of each group. */
final class PlanCounts {
  private final Collection<PlannedChange> changes;

  PlanCounts(Collection<PlannedChange> changes) {
    this.changes = changes;
  }

  /** All counts in one sentence and another, such as for the verdict. */
  String all() {
    long blocked = count(PlanMark.BLOCKED);
    return "%d to create, %d to change, %d to delete. %d waiting%s, %d manual."
        .formatted(
            count(PlanMark.CREATE) + count(PlanMark.REPLACE),
            count(PlanMark.CHANGE),
            count(PlanMark.DELETE),
            count(PlanMark.WAITING),
            blocked == 0 ? "" : ", " + blocked + " blocked",
            count(PlanMark.MANUAL));
  }

  /** The counts that are not zero. */
  String some() {
    List<String> counts = new ArrayList<>();
    add(counts, count(PlanMark.CREATE) + count(PlanMark.REPLACE), "to create");
    add(counts, count(PlanMark.CHANGE), "to change");
    add(counts, count(PlanMark.DELETE), "to delete");
    add(counts, count(PlanMark.WAITING), "waiting");
    add(counts, count(PlanMark.BLOCKED), "blocked");
    add(counts, count(PlanMark.MANUAL), "manual");
    return counts.isEmpty() ? "no changes" : String.join(", ", counts);
  }

  private static void add(List<String> counts, long count, String word) {
    if (count > 0) {
      counts.add(count + " " + word);
    }
  }

  private long count(PlanMark mark) {
    return changes.stream().filter(change -> PlanMark.of(change) == mark).count();
  }

  /** Changes that a screen shows: those with an action or with something to say. */
  static Predicate<PlannedChange> shown(boolean all) {
    return change -> all || change.action() != Action.NO_OP || !change.notes().isEmpty();
  }
}
