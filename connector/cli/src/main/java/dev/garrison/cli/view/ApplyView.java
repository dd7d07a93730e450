package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.session.Adoption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** An apply as a person follows it. */
public final class ApplyView {
  private static final int KIND = 14;
  private static final int SHORT_HEAD = 12;

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
          done(change) + object + ", verified" + (remark.isEmpty() ? "" : "; " + remark);
      case StepResult.Waiting(String what) -> head(".", "waiting") + object + ": " + what;
      case StepResult.Blocked(String what, Blockage _) ->
          head("x", "blocked") + object + ": " + what;
      case StepResult.Held(String why) -> head(".", "waiting") + object + ": " + why;
      case StepResult.ByHand _ -> head("!", "manual") + object;
      case StepResult.Skipped(Address because) ->
          head("x", "skipped") + object + ": needs " + because;
      case StepResult.NotTried(Address because) ->
          head("x", "not tried") + object + ": the run stopped at " + because;
      case StepResult.Failed(Diagnostic _) -> head("x", "FAILED") + object;
    };
  }

  /** Objects that wait for the same, which the plan shows one by one. */
  static String held(long changes, String why) {
    return ScreenText.text(head(".", "waiting") + "%d changes: %s".formatted(changes, why));
  }

  private static String done(PlannedChange change) {
    if (change.action() == Action.DELETE) {
      return head("-", "deleted");
    }
    if (change.summary().equals(Adoption.SUMMARY)) {
      return head("~", "marked");
    }
    return change.action() == Action.UPDATE ? head("~", "changed") : head("+", "created");
  }

  private static String head(String mark, String word) {
    return "  %s %-9s ".formatted(mark, word);
  }

  /** The same for a plan that was carried out in one round. */
  public static List<String> verdict(ApplyReport report, String run) {
    return verdict(Set.of(), report, run);
  }

  /**
   * The counts of the plan's changes, and the number of objects in place, which is the journal's.
   *
   * @param plan the plan that was agreed to; later rounds add only what was not in place
   */
  public static List<String> verdict(Plan plan, ApplyReport report, String run) {
    Set<Address> planned = new HashSet<>();
    plan.changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .forEach(change -> planned.add(change.address()));
    return verdict(planned, report, run);
  }

  private static List<String> verdict(Set<Address> planned, ApplyReport report, String run) {
    List<StepResult> results =
        report.results().entrySet().stream()
            .filter(each ->
                planned.contains(each.getKey())
                    || !(each.getValue() instanceof StepResult.Unchanged))
            .map(Map.Entry::getValue)
            .toList();
    long blocked = count(results, StepResult.Blocked.class::isInstance);
    return List.of(
        "Apply %s: %d of %d %s applied and verified. %d waiting%s, %d manual, %d failed."
            .formatted(
                outcome(report),
                count(results, StepResult::inPlace),
                results.size(),
                results.size() == 1 ? "change" : "changes",
                count(
                    results,
                    result ->
                        result instanceof StepResult.Waiting || result instanceof StepResult.Held),
                blocked == 0 ? "" : ", " + blocked + " blocked",
                count(results, StepResult.ByHand.class::isInstance),
                count(results, StepResult::failed)),
        "%d objects in place. Journal run %s, head %s."
            .formatted(
                report.count(StepResult::inPlace),
                run,
                report.head().substring(0, Math.min(SHORT_HEAD, report.head().length()))));
  }

  private static String outcome(ApplyReport report) {
    if (!report.succeeded()) {
      return "failed";
    }
    return report.complete() ? "complete" : "incomplete";
  }

  private static long count(List<StepResult> results, Predicate<StepResult> which) {
    return results.stream().filter(which).count();
  }
}
