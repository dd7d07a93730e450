package dev.garrison.review;

import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Counts of changes: the same ones in the verdict of a plan and at the head of each group. */
public final class PlanCounts {
  private final Collection<PlannedChange> changes;

  public PlanCounts(Collection<PlannedChange> changes) {
    this.changes = changes;
  }

  /** All counts as sentences. */
  public Text all() {
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
  public Text group(Text title) {
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
}
