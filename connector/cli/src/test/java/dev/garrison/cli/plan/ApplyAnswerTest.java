package dev.garrison.cli.plan;

import dev.garrison.cli.Printed;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.json.Json;
import dev.garrison.session.WriteSession.Applied;
import dev.garrison.state.RecordCode;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ApplyAnswerTest {
  private static final Instant AT = Instant.parse("2026-11-24T21:00:00Z");

  private static PlannedChange change(String name, Action action) {
    return new PlannedChange(
        new Address("collection", name),
        action,
        "distribution is under way",
        List.of(),
        List.of(),
        Optional.empty(),
        "f",
        List.of());
  }

  private static StoredPlan plan(Optional<String> change, Action... actions) {
    Plan plan =
        new Plan(
            "contoso-prod",
            Sha256.of("manifest"),
            "PS1",
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            AT,
            Optional.empty(),
            Allowances.NONE,
            Stream.of(actions).map(action -> change("MDE " + action, action)).toList(),
            List.of());
    return new StoredPlan("0.1.0", change, AT.plusSeconds(60), plan);
  }

  private static Map<Address, StepResult> everyResult() {
    Address mode = new Address("application", "MDE mode");
    Map<Address, StepResult> results = new LinkedHashMap<>();
    List.of(
            new StepResult.Done(),
            new StepResult.Done("it was there"),
            new StepResult.Unchanged(),
            new StepResult.Waiting("3 of 4 distribution points have it"),
            new StepResult.Held("ring pilot is not passed"),
            new StepResult.ByHand(),
            new StepResult.Failed(
                Diagnostic.error(RecordCode.JOURNAL_UNREADABLE, "It failed.", "Look.")),
            new StepResult.Skipped(mode),
            new StepResult.NotTried(mode))
        .forEach(result -> results.put(new Address("collection", "MDE " + results.size()), result));
    return results;
  }

  @Test
  void whatWasCarriedOutIsAsItWasPrintedBefore() {
    Applied applied =
        new Applied(new ApplyReport(everyResult(), "9f2ce1"), "2026-11-24T21-07-33.000Z-1");
    Printed.asBefore(
        ApplyAnswerTest.class,
        "apply.json",
        new Json().pretty(ApplyAnswer.of(plan(Optional.of("CHG9")), applied)));
  }

  @Test
  void aPlanWithNothingToWriteIsAsItWasPrintedBefore() {
    StoredPlan plan = plan(Optional.empty(), Action.NO_OP, Action.WAIT, Action.MANUAL);
    Printed.asBefore(
        ApplyAnswerTest.class, "apply-nothing.json", new Json().pretty(ApplyAnswer.of(plan)));
  }
}
