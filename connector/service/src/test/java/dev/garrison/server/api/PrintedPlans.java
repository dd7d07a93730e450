package dev.garrison.server.api;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans that runs left, for the files of {@link PrintedAnswers}. */
final class PrintedPlans {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private PrintedPlans() {}

  private static Address address(String name) {
    return new Address("collection", name);
  }

  private static OffboardDecision leaving(String entry) {
    return new OffboardDecision(
        entry,
        "Leaving " + entry,
        List.of("SRV09", "SRV10"),
        5,
        List.of(address(entry), address("other")));
  }

  private static OffboardDecision leaving(String entry, String... rings) {
    return new OffboardDecision(
        entry, "Leaving " + entry, List.of("SRV09"), List.of(rings), 5, List.of(address(entry)));
  }

  private static PlannedChange change(Action action, String name, Optional<ManualStep> step) {
    return new PlannedChange(
        address(name),
        action,
        "make '" + name + "'",
        List.of(
            new Difference("comment", Optional.empty(), Optional.of("new")),
            new Difference("folder", Optional.of("old"), Optional.empty())),
        List.of("by hand", "later"),
        step,
        Sha256.of("state").hex(),
        List.of(address("broad"), address("pilot")),
        action == Action.WAIT
            ? Optional.of(new Blockage("a point is off", "Turn it on."))
            : Optional.empty());
  }

  private static Plan plan(Optional<Instant> validUntil) {
    return plan(
        validUntil,
        List.of(
            change(
                Action.CREATE,
                "pilot",
                Optional.of(new ManualStep("Assets > Devices", "New-CMCollection"))),
            change(Action.REPLACE, "broad", Optional.empty())));
  }

  private static Plan plan(Optional<Instant> validUntil, List<PlannedChange> changes) {
    return plan(validUntil, changes, List.of(leaving("first"), leaving("second")));
  }

  private static Plan plan(
      Optional<Instant> validUntil,
      List<PlannedChange> changes,
      List<OffboardDecision> offboarding) {
    return new Plan(
        "contoso-prod",
        Sha256.of("manifest"),
        "PS1",
        Map.of("version", "2107", "rights", "all"),
        Map.of("sensor", Sha256.of("sensor").hex(), "onboarding", Sha256.of("blob").hex()),
        List.of(
            new RingDecision("pilot", "open", "it is the first ring", 9, 25),
            new RingDecision("broad", "waits", "ring 'pilot' is open", 100, 500)),
        offboarding,
        List.of("2 servers wait.", "1 server is silent."),
        NOW,
        validUntil,
        new Allowances(true, false),
        changes,
        List.of("collection/forgotten", "collection/left"));
  }

  /** A plan of a change, which holds until a time. */
  static StoredPlan dated() {
    return new StoredPlan(
        "0.1.0",
        Optional.of("CHG0042"),
        NOW.plusSeconds(86_400),
        plan(Optional.of(NOW.plusSeconds(3600))));
  }

  /** A plan without one. */
  static StoredPlan undated() {
    return new StoredPlan(
        "0.1.0", Optional.empty(), NOW.plusSeconds(86_400), plan(Optional.empty()));
  }

  /** A plan whose servers leave rings. */
  static StoredPlan leaving() {
    return new StoredPlan(
        "0.1.0",
        Optional.empty(),
        NOW.plusSeconds(86_400),
        plan(
            Optional.empty(),
            List.of(change(Action.CREATE, "pilot", Optional.empty())),
            List.of(leaving("retired", "pilot", "broad"))));
  }

  /** A plan with a change that is blocked. */
  static StoredPlan blocked() {
    return new StoredPlan(
        "0.1.0",
        Optional.empty(),
        NOW.plusSeconds(86_400),
        plan(
            Optional.empty(),
            List.of(
                change(Action.WAIT, "pilot", Optional.empty()),
                change(Action.REPLACE, "broad", Optional.empty()))));
  }
}
