package dev.garrison.cli.view;

import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.json.JsonForm;
import java.util.List;
import java.util.Optional;

/**
 * Result of an apply for one object, as a part of JSON answers.
 *
 * @param kind the kind of object, such as {@code collection}
 * @param result {@code done}, {@code unchanged}, {@code waits}, {@code blocked}, {@code held},
 *     {@code by-hand}, {@code skipped}, {@code not-tried} or {@code failed}
 * @param detail what it waits for, why it is held, or the object because of which nothing was done
 * @param problem of one that failed
 */
public record OutcomeAnswer(
    String kind, String name, String result, String detail, Optional<ProblemAnswer> problem)
    implements JsonForm {
  /** The outcomes of an apply, in the plan's order. */
  public static List<OutcomeAnswer> of(ApplyReport report) {
    return report.results().entrySet().stream()
        .map(each -> of(each.getKey(), each.getValue()))
        .toList();
  }

  /** The outcomes of a plan that has nothing to write and was not carried out. */
  public static List<OutcomeAnswer> of(Plan plan) {
    return plan.changes().stream().map(OutcomeAnswer::of).toList();
  }

  private static OutcomeAnswer of(PlannedChange change) {
    return of(
        change.address(),
        switch (change.action()) {
          case NO_OP -> new StepResult.Unchanged();
          case WAIT -> StepResult.waiting(change.summary(), change.blocked());
          case MANUAL -> new StepResult.ByHand();
          case CREATE, UPDATE, REPLACE, DELETE ->
              throw new IllegalArgumentException(change.address() + " is to be written");
        });
  }

  private static OutcomeAnswer of(Address object, StepResult result) {
    return switch (result) {
      case StepResult.Done(String remark) -> of(object, "done", remark);
      case StepResult.Unchanged _ -> of(object, "unchanged", "");
      case StepResult.Waiting(String what, _) -> of(object, "waits", what);
      case StepResult.Blocked(String what, Blockage _) -> of(object, "blocked", what);
      case StepResult.Held(String why) -> of(object, "held", why);
      case StepResult.ByHand _ -> of(object, "by-hand", "");
      case StepResult.Skipped(Address because) -> of(object, "skipped", because.toString());
      case StepResult.NotTried(Address because) -> of(object, "not-tried", because.toString());
      case StepResult.Failed(var diagnostic) ->
          new OutcomeAnswer(
              object.kind(),
              object.name(),
              "failed",
              "",
              Optional.of(ProblemAnswer.of(diagnostic)));
    };
  }

  private static OutcomeAnswer of(Address object, String result, String detail) {
    return new OutcomeAnswer(object.kind(), object.name(), result, detail, Optional.empty());
  }
}
