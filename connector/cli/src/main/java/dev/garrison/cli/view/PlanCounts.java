package dev.garrison.cli.view;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.language.Text;
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

  /** The verdict of a plan that has changes, with all counts. */
  Text verdict() {
    return Text.of("plan.verdict", "counts", all());
  }

  /** The same counts at the beginning of an apply. */
  Text begins() {
    return Text.of(
        "apply.begins",
        "count",
        changes.stream().filter(change -> change.action() != Action.NO_OP).count(),
        "counts",
        all());
  }

  private Text all() {
    return Text.of(
        "plan.counts",
        "create",
        count(PlanMark.CREATE) + count(PlanMark.REPLACE),
        "change",
        count(PlanMark.CHANGE),
        "delete",
        count(PlanMark.DELETE),
        "waiting",
        count(PlanMark.WAITING),
        "blocked",
        count(PlanMark.BLOCKED),
        "manual",
        count(PlanMark.MANUAL));
  }

  /** The counts that are not zero, behind the title of a group. */
  Text group(Text title) {
    List<Text> counts = new ArrayList<>();
    add(counts, "plan.to-create", count(PlanMark.CREATE) + count(PlanMark.REPLACE));
    add(counts, "plan.to-change", count(PlanMark.CHANGE));
    add(counts, "plan.to-delete", count(PlanMark.DELETE));
    add(counts, "plan.count-waiting", count(PlanMark.WAITING));
    add(counts, "plan.count-blocked", count(PlanMark.BLOCKED));
    add(counts, "plan.count-manual", count(PlanMark.MANUAL));
    return counts.isEmpty()
        ? Text.of("plan.group-unchanged", "title", title)
        : Text.of("plan.group", "title", title, "counts", counts);
  }

  private static void add(List<Text> counts, String key, long count) {
    if (count > 0) {
      counts.add(Text.of(key, "count", count));
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
