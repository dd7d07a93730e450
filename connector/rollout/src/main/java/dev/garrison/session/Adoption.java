package dev.garrison.session;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Fingerprint;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.Planner;
import dev.garrison.engine.plan.Reading;
import dev.garrison.engine.plan.Step;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Markable;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adopts one object that an administrator made (F39): only the mark is written. */
public final class Adoption {
  /** Summary of the change that only writes the mark. */
  public static final String SUMMARY = Text.of("session-remark.adopt").toString();

  private static final int MOST_PATHS = 8;

  private final Planner planner;

  Adoption(Planner planner) {
    this.planner = planner;
  }

  Planned plan(Intent intent, Address address) {
    Reading reading = planner.read(intent);
    Step<?> step =
        reading
            .of(address)
            .orElseThrow(() ->
                refusal(
                    EngineCode.NOTHING_TO_ADOPT, Message.of("adopt.unknown", "object", address)));
    return adopting(intent, reading, step);
  }

  private static <S extends Record> Planned adopting(Intent intent, Reading reading, Step<S> step) {
    if (!(step.seen() instanceof Observation.Found<S> found)) {
      throw refusal(
          EngineCode.NOTHING_TO_ADOPT, Message.of("adopt.missing", "object", step.address()));
    }
    S marked =
        step.type() instanceof Markable<S> type
            ? type.marked(found.state(), new Mark(intent.manifest()))
            : found.state();
    if (marked.equals(found.state())) {
      throw refusal(
          EngineCode.CARRIES_NO_MARK, Message.of("adopt.without-tag", "object", step.address()));
    }
    switch (found.owner()) {
      case Owner.Ours _ ->
          throw refusal(
              EngineCode.NOTHING_TO_ADOPT,
              Message.of("adopt.already-ours", "object", step.address()));
      case Owner.AnotherManifest(String name) ->
          throw refusal(
              EngineCode.NOTHING_TO_ADOPT,
              Message.of("adopt.other-manifest", "object", step.address(), "manifest", name));
      case Owner.Nobody _ -> {
        // An administrator's object: the one case that adoption is for.
      }
    }
    Step<S> marking = new Step<>(step.type(), Wanted.present(step.address(), marked), found);
    PlannedChange change =
        new PlannedChange(
            step.address(),
            Action.UPDATE,
            SUMMARY,
            Facts.between(Facts.of(found.state()), Facts.of(marked)),
            later(step, found, marked),
            Optional.empty(),
            Fingerprint.of(found),
            List.of());
    Plan plan = planOf(intent, change);
    return new Planned(plan, List.of(marking), reading.ids(), List.of())
        .only(Set.of(step.address()));
  }

  /**
   * Changes that the next plan will propose.
   *
   * @throws RefusalException when it would be refused: a managed object that cannot be made as
   *     wanted would block everything else
   */
  private static <S extends Record> List<String> later(
      Step<S> step, Observation.Found<S> found, S marked) {
    Observation<S> ours =
        new Observation.Found<>(marked, new Owner.Ours(), found.id(), found.unmodelled());
    return switch (step.propose(ours)) {
      case Proposal.Refused(Diagnostic reason) -> throw notAsWanted(step, marked, reason);
      case Proposal.Proposed next
          when step.wanted().desired() instanceof Desired.Absent
              && next.action() == Action.DELETE ->
          List.of(Text.of("session-remark.next-deletes").toString());
      case Proposal.Proposed next -> next.differences().stream().map(Adoption::nextChange).toList();
    };
  }

  private static String nextChange(Difference difference) {
    return Text.of(
            "session-remark.next-changes",
            "path",
            difference.path(),
            "before",
            difference.before().orElse("(none)"),
            "after",
            difference.after().orElse("(none)"))
        .toString();
  }

  private static <S extends Record> RefusalException notAsWanted(
      Step<S> step, S marked, Diagnostic reason) {
    List<String> different =
        step.wanted().desired() instanceof Desired.Present<S>(S wanted)
            ? Facts.between(Facts.of(marked), Facts.of(wanted)).stream()
                .map(Difference::path)
                .toList()
            : List.of();
    Text because = reason.message().problem();
    Message refused =
        Message.of(
            "adopt.refused",
            "object",
            step.address(),
            "problem",
            because,
            "fix",
            reason.message().fix());
    Message message =
        different.isEmpty()
            ? refused
            : new Message(
                Text.of(
                    "adopt.refused-different",
                    "object",
                    step.address(),
                    "problem",
                    because,
                    "paths",
                    different.stream().limit(MOST_PATHS).toList(),
                    "more",
                    Math.max(0, different.size() - MOST_PATHS)),
                refused.fix());
    return refusal(EngineCode.ADOPTION_REFUSED, message);
  }

  private static Plan planOf(Intent intent, PlannedChange change) {
    return new Plan(
        intent.manifest(),
        intent.manifestDigest(),
        intent.site(),
        intent.survey(),
        intent.packages(),
        intent.rings(),
        List.of(),
        List.of(),
        intent.asOf(),
        intent.validUntil(),
        Allowances.NONE,
        List.of(change),
        List.of());
  }

  private static RefusalException refusal(EngineCode code, Message message) {
    return new RefusalException(Diagnostic.error(code, message));
  }
}
