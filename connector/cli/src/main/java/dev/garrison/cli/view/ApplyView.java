package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.review.PlanReason;
import dev.garrison.session.Adoption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An apply as a person follows it. */
public final class ApplyView {
  private static final int KIND = 14;
  private static final int SHORT_HEAD = 12;

  private ApplyView() {}

  /**
   * One finished object, or an empty text for one that needed nothing.
   *
   * @param why what it waits for, if it waits or is blocked
   */
  static String line(PlannedChange change, StepResult result, String why) {
    return ScreenText.text(line(change, object(change.address()), result, why));
  }

  /** Kind and name of an object. */
  static String object(Address object) {
    return ScreenText.padded(object.kind(), KIND) + " " + object.name();
  }

  private static String line(PlannedChange change, String object, StepResult result, String why) {
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
      case StepResult.Waiting _, StepResult.Blocked _, StepResult.Held _ ->
          hang(mark(result), object + ": " + why);
      case StepResult.ByHand _ -> hang(ApplyMark.MANUAL, object);
      case StepResult.Skipped(Address because) ->
          hang(
              ApplyMark.SKIPPED,
              Text.of(
                      "apply.needs",
                      "object",
                      object,
                      "kind",
                      because.kind(),
                      "needed",
                      because.name())
                  .shown());
      case StepResult.NotTried(Address because) ->
          hang(
              ApplyMark.NOT_TRIED,
              Text.of(
                      "apply.stopped",
                      "object",
                      object,
                      "kind",
                      because.kind(),
                      "cause",
                      because.name())
                  .shown());
      case StepResult.Failed(Diagnostic _) -> hang(ApplyMark.FAILED, object);
    };
  }

  /** A result behind its mark; what does not fit goes on below it. */
  private static String hang(ApplyMark mark, String words) {
    return Wrapped.hanging(mark.head(), words);
  }

  /** Objects that wait for the same, which the plan shows one by one. */
  static String held(StepResult result, long changes, String why) {
    return ScreenText.text(
        hang(mark(result), Text.of("apply.held", "count", changes, "reason", why).shown()));
  }

  /** The mark of an object that waits, or is blocked. */
  static ApplyMark mark(StepResult result) {
    return switch (result) {
      case StepResult.Blocked _ -> ApplyMark.BLOCKED;
      case StepResult.Waiting(_, boolean begun) when begun -> ApplyMark.BEGUN;
      default -> ApplyMark.WAITING;
    };
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
                "begun",
                count(results, ApplyView::isBegun),
                "waiting",
                count(results, ApplyView::isWaiting),
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
                "done",
                count(results, StepResult::inPlace),
                "unchanged",
                report.count(StepResult::inPlace) - count(results, StepResult::inPlace),
                "run",
                run,
                "head",
                report.head().substring(0, Math.min(SHORT_HEAD, report.head().length())))
            .shown());
  }

  private static boolean isBegun(StepResult result) {
    return result instanceof StepResult.Waiting(_, boolean begun) && begun;
  }

  private static boolean isWaiting(StepResult result) {
    return result instanceof StepResult.Held
        || (result instanceof StepResult.Waiting(_, boolean begun) && !begun);
  }

  /**
   * Next step after an apply, by the reasons of its changes that wait. It is empty where nothing is
   * left, or something failed.
   *
   * @param plan the plan that was agreed to
   * @param rings the objects of the manifest's rings
   */
  public static Optional<Text> next(Plan plan, List<RingObjects> rings, ApplyReport report) {
    if (!report.succeeded() || report.complete()) {
      return Optional.empty();
    }
    if (report.blocked()) {
      return Optional.of(Text.of("apply.next-blocked"));
    }
    PlanReason reasons = PlanReason.of(plan, rings);
    report.results().forEach(reasons::record);
    List<Address> roots =
        waited(plan, report, reasons::root)
            .filter(root -> report.results().get(root) instanceof StepResult.Waiting)
            .distinct()
            .toList();
    if (!roots.isEmpty()) {
      return Optional.of(
          Text.of(
              "apply.next-waiting",
              "count",
              roots.size(),
              "kind",
              roots.getFirst().kind(),
              "name",
              roots.getFirst().name()));
    }
    if (report.count(StepResult.ByHand.class::isInstance) > 0) {
      return Optional.of(Text.of("apply.next-manual"));
    }
    return waited(plan, report, reasons::gate)
        .flatMap(Optional::stream)
        .findFirst()
        .map(ring -> Text.of("apply.next-gate", "ring", ring))
        .or(() ->
            Optional.of(
                Text.of(
                    "apply.next-held",
                    "reasons",
                    waited(plan, report, reasons::of).distinct().toList())));
  }

  /** Result of a finder for each change that waits, by its recorded reason. */
  private static <T> Stream<T> waited(
      Plan plan, ApplyReport report, BiFunction<PlannedChange, String, T> finder) {
    return plan.changes().stream()
        .flatMap(change ->
            Optional.ofNullable(report.results().get(change.address()))
                .flatMap(ApplyView::recorded)
                .map(why -> finder.apply(change, why))
                .stream());
  }

  /** The recorded reason why an object is not in place yet. */
  static Optional<String> recorded(StepResult result) {
    return switch (result) {
      case StepResult.Waiting(String what, _) -> Optional.of(what);
      case StepResult.Blocked(String what, _) -> Optional.of(what);
      case StepResult.Held(String why) -> Optional.of(why);
      default -> Optional.empty();
    };
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
