package dev.garrison.cli.plan;

import dev.garrison.cli.output.Columns;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of {@code garrison plan --csv}: one for each change, waiting and manual ones too. */
final class PlanColumns {
  static final Columns<PlannedChange> ALL =
      new Columns<PlannedChange>()
          .and("action", change -> change.action().name())
          .and("kind", change -> change.address().kind())
          .and("name", change -> change.address().name())
          .and("summary", PlannedChange::summary)
          .and("values", change -> joined(change.differences()))
          .and("notes", change -> String.join("; ", change.notes()))
          .and("blocked", change -> change.blocked().map(Blockage::problem))
          .and("remedy", change -> change.blocked().map(Blockage::remedy));

  private PlanColumns() {}

  /** Changes of a plan, without objects that stay as they are. */
  static List<PlannedChange> rows(Plan plan) {
    return plan.changes().stream().filter(change -> change.action() != Action.NO_OP).toList();
  }

  private static String joined(List<Difference> differences) {
    return differences.stream()
        .map(each ->
            "%s: %s -> %s"
                .formatted(
                    each.path(), each.before().orElse("(none)"), each.after().orElse("(none)")))
        .collect(Collectors.joining("; "));
  }
}
