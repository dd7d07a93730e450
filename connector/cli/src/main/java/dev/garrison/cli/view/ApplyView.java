package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
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
          hang(
              done(change),
              (remark.isEmpty()
                      ? Text.of("apply.verified", "object", object)
                      : Text.of(
                          "apply.verified-remark",
                          "object",
                          object,
                          "remark",
                          RecordedText.shown(remark)))
                  .shown());
      case StepResult.Waiting(String what) ->
          hang(ApplyMark.WAITING, object + ": " + RecordedText.shown(what));
      case StepResult.Blocked(String what, Blockage _) ->
          hang(ApplyMark.BLOCKED, object + ": " + RecordedText.shown(what));
      case StepResult.Held(String why) ->
          hang(ApplyMark.WAITING, object + ": " + RecordedText.shown(why));
      case StepResult.ByHand _ -> hang(ApplyMark.MANUAL, object);
      case StepResult.Skipped(Address because) ->
          hang(
              ApplyMark.SKIPPED,
              Text.of("apply.needs", "object", object, "needed", because).shown());
      case StepResult.NotTried(Address because) ->
          hang(
              ApplyMark.NOT_TRIED,
              Text.of("apply.stopped", "object", object, "cause", because).shown());
      case StepResult.Failed(Diagnostic _) -> hang(ApplyMark.FAILED, object);
    };
  }

  /** A result behind its mark; what does not fit goes on below it. */
  private static String hang(ApplyMark mark, String words) {
    return Wrapped.hanging(mark.head(), words);
  }

  /** Objects that wait for the same, which the plan shows one by one. */
  static String held(long changes, String why) {
    return ScreenText.text(
        hang(
            ApplyMark.WAITING,
            Text.of("apply.held", "count", changes, "reason", RecordedText.shown(why)).shown()));
  }

  private static ApplyMark done(PlannedChange change) {
    if (change.action() == Action.DELETE) {
      return ApplyMark.DELETED;
    }
    if (change.summary().equals(Adoption.SUMMARY)) {
      return ApplyMark.TAGGED;
    }
    return change.action() == Action.UPDATE ? ApplyMark.CHANGED : ApplyMark.CREATED;
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
    return List.of(
        Text.of(
                "apply.verdict",
                "outcome",
                outcome(report),
                "done",
                count(results, StepResult::inPlace),
                "count",
                results.size(),
                "waiting",
                count(
                    results,
                    result ->
                        result instanceof StepResult.Waiting || result instanceof StepResult.Held),
                "blocked",
                count(results, StepResult.Blocked.class::isInstance),
                "manual",
                count(results, StepResult.ByHand.class::isInstance),
                "failed",
                count(results, StepResult::failed))
            .shown(),
        Text.of(
                "apply.journal",
                "count",
                report.count(StepResult::inPlace),
                "run",
                run,
                "head",
                report.head().substring(0, Math.min(SHORT_HEAD, report.head().length())))
            .shown());
  }

  private static Text outcome(ApplyReport report) {
    if (!report.succeeded()) {
      return Text.of("apply.failed");
    }
    return Text.of(report.complete() ? "apply.complete" : "apply.incomplete");
  }

  private static long count(List<StepResult> results, Predicate<StepResult> which) {
    return results.stream().filter(which).count();
  }
}
