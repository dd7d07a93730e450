package dev.garrison.engine.apply;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.plan.Fingerprint;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.Step;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out the changes of a plan one after the other. A write counts as done when a new read
 * shows it (ADR 0007), because status codes are unreliable on both servers, and a connection may
 * break after the write took effect. A failure holds back only the objects that need the failed
 * object. All writes end when an object can no longer be read or the journal can no longer be
 * written: no write is sent that could not be proven.
 */
public final class Applier {
  private final Journal journal;
  private final ApplyListener listener;
  private Optional<Address> stoppedAt = Optional.empty();

  public Applier(Journal journal, ApplyListener listener) {
    this.journal = journal;
    this.listener = listener;
  }

  /** Carries out every change that can be carried out. */
  public ApplyReport apply(Planned planned) {
    Map<Address, StepResult> results = new LinkedHashMap<>();
    for (int index = 0; index < planned.steps().size(); index++) {
      PlannedChange change = planned.plan().changes().get(index);
      StepResult result = result(change, planned.steps().get(index), planned.ids(), results);
      results.put(change.address(), result);
      listener.finished(change, result);
    }
    return new ApplyReport(results, journal.head());
  }

  private <S extends Record> StepResult result(
      PlannedChange change, Step<S> step, Resolved ids, Map<Address, StepResult> results) {
    return switch (change.action()) {
      case NO_OP -> new StepResult.Unchanged();
      case WAIT -> {
        StepResult result = StepResult.waiting(change.summary(), change.blocked());
        yield !(result instanceof StepResult.Blocked) && step.wanted().held().isPresent()
            ? new StepResult.Held(change.summary())
            : result;
      }
      case MANUAL -> new StepResult.ByHand();
      case CREATE, UPDATE, REPLACE, DELETE ->
          heldBack(change, results).or(this::stopped).orElseGet(() -> write(change, step, ids));
    };
  }

  private static Optional<StepResult> heldBack(
      PlannedChange change, Map<Address, StepResult> results) {
    return change.after().stream()
        .flatMap(each ->
            Optional.ofNullable(results.get(each)).map(result -> Map.entry(each, result)).stream())
        .filter(needed -> !needed.getValue().inPlace())
        .min(
            Comparator.comparingInt(
                    (Map.Entry<Address, StepResult> needed) -> weight(needed.getValue()))
                .thenComparing(Map.Entry::getKey, change.likelyCause()))
        .map(needed -> heldBack(needed.getKey(), needed.getValue()));
  }

  /** Rank of a result: one that failed or is blocked says more than one that only waits. */
  private static int weight(StepResult result) {
    return result.failed() ? 0 : result instanceof StepResult.Blocked ? 1 : 2;
  }

  private static StepResult heldBack(Address needed, StepResult result) {
    return result.failed()
        ? new StepResult.Skipped(needed)
        : StepResult.waiting(
            Text.of("change.waits-for", "object", needed).toString(),
            result instanceof StepResult.Blocked blocked
                ? Optional.of(blocked.cause())
                : Optional.empty());
  }

  private Optional<StepResult> stopped() {
    return stoppedAt.map(StepResult.NotTried::new);
  }

  private <S extends Record> StepResult write(PlannedChange change, Step<S> step, Resolved ids) {
    try {
      Observation<S> seen = observe(step, ids);
      if (seen instanceof Observation.Unreadable<S>(String why, _)) {
        return new StepResult.Failed(unreadable(change.address(), why));
      }
      if (!Fingerprint.of(step.type().kind(), seen).equals(change.fingerprint())) {
        return new StepResult.Failed(
            Diagnostic.error(
                EngineCode.OBJECT_CHANGED,
                Message.of("object.changed", "object", change.address())));
      }
      journal.before(change.address(), change.action(), step.type().kind().form(), seen);
      Outcome outcome = carryOut(change, step, seen, ids);
      return judge(change, step, ids, outcome);
    } catch (RefusalException refusal) {
      stoppedAt = Optional.of(change.address());
      return new StepResult.Failed(refusal.diagnostics().getFirst());
    }
  }

  private <S extends Record> Outcome carryOut(
      PlannedChange change, Step<S> step, Observation<S> seen, Resolved ids) {
    try {
      return step.writer()
          .orElseThrow(() ->
              new IllegalStateException(
                  "a person changes %s, not Garrison".formatted(change.address())))
          .carryOut(
              new Change<>(change.action(), step.wanted(), seen), ids, listener.started(change));
    } catch (RefusalException refusal) {
      return new Outcome.Failed(refusal.diagnostics().getFirst());
    }
  }

  private static <S extends Record> Observation<S> observe(Step<S> step, Resolved ids) {
    Observation<S> seen =
        step.type().observe(List.of(step.wanted()), ids, Scope.WANTED).of(step.address());
    ids.update(step.address(), seen);
    return seen;
  }

  /**
   * Reads the object back after a write, and adds the second journal entry in every case. A write
   * whose effect cannot be read is a fact too.
   */
  private <S extends Record> StepResult judge(
      PlannedChange change, Step<S> step, Resolved ids, Outcome outcome) {
    Observation<S> after;
    StepResult result;
    try {
      after = observe(step, ids);
      result = readBack(change, step, after, outcome);
    } catch (RefusalException refusal) {
      Diagnostic why = refusal.diagnostics().getFirst();
      stoppedAt = Optional.of(step.address());
      after = new Observation.Unreadable<>(why.problem());
      result =
          new StepResult.Failed(outcome instanceof Outcome.Failed(Diagnostic first) ? first : why);
    }
    journal.after(change.address(), change.action(), result, step.type().kind().form(), after);
    return result;
  }

  /** Compares as the planner does: only an object with no change left counts as done. */
  private static <S extends Record> StepResult readBack(
      PlannedChange change, Step<S> step, Observation<S> after, Outcome outcome) {
    if (after instanceof Observation.Unreadable<S>(String why, _)) {
      return new StepResult.Failed(
          outcome instanceof Outcome.Failed(Diagnostic first)
              ? first
              : unreadable(change.address(), why));
    }
    return switch (step.propose(after)) {
      case Proposal.Refused(Diagnostic diagnostic) ->
          new StepResult.Failed(
              outcome instanceof Outcome.Failed(Diagnostic first) ? first : diagnostic);
      case Proposal.Proposed proposed when proposed.action() == Action.NO_OP ->
          new StepResult.Done(outcome instanceof Outcome.Done(String remark) ? remark : "");
      case Proposal.Proposed proposed when proposed.action() == Action.WAIT ->
          begun(StepResult.waiting(proposed.summary(), proposed.blocked()));
      case Proposal.Proposed proposed when proposed.action() == Action.MANUAL ->
          new StepResult.ByHand();
      case Proposal.Proposed proposed ->
          switch (outcome) {
            case Outcome.Failed(Diagnostic diagnostic) -> new StepResult.Failed(diagnostic);
            case Outcome.Pending(String what) -> new StepResult.Waiting(what, true);
            case Outcome.Done _ -> new StepResult.Failed(differs(change, proposed));
          };
    };
  }

  private static StepResult begun(StepResult result) {
    return result instanceof StepResult.Waiting(String what, _)
        ? new StepResult.Waiting(what, true)
        : result;
  }

  private static Diagnostic unreadable(Address address, String why) {
    return Diagnostic.error(
        EngineCode.OBJECT_UNREADABLE,
        Message.of("object.unreadable", "object", address, "reason", why));
  }

  private static Diagnostic differs(PlannedChange change, Proposal.Proposed proposed) {
    return Diagnostic.error(
        EngineCode.READ_BACK_DIFFERS,
        switch (proposed.action()) {
          case CREATE -> Message.of("object.write-missing", "object", change.address());
          case DELETE -> Message.of("object.write-remains", "object", change.address());
          default ->
              Message.of(
                  "object.write-differs",
                  "object",
                  change.address(),
                  "properties",
                  proposed.differences().stream().map(Difference::path).limit(5).toList());
        });
  }
}
