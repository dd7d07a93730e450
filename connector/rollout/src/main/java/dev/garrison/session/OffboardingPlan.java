package dev.garrison.session;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.Planner;
import dev.garrison.engine.plan.Step;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.recipe.offboarding.OffboardObjects;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Plan of one entry of {@code offboard}.
 *
 * @param planned the changes that the entry needs
 * @param left other pending changes, which the next plan shows
 */
public record OffboardingPlan(Planned planned, List<PlannedChange> left) {
  public OffboardingPlan {
    left = List.copyOf(left);
  }

  static OffboardingPlan of(Planner planner, IntentSource source, String entry, Instant asOf) {
    OffboardObjects objects = source.offboarding(entry);
    Intent intent = source.at(asOf, Session.ANY_AGE);
    Planned all = planner.plan(intent, Session.ANY_AGE);
    Map<Address, DeviceCollection> ours = new HashMap<>();
    all.steps().forEach(step -> ours(step).ifPresent(state -> ours.put(step.address(), state)));
    Intent needed =
        objects.only(intent, all.plan(), address -> Optional.ofNullable(ours.get(address)));
    Planned planned =
        planner.planOnly(
            needed, needed.wanted().stream().map(Wanted::address).collect(Collectors.toSet()));
    return new OffboardingPlan(planned, left(all, planned));
  }

  private static Optional<DeviceCollection> ours(Step<?> step) {
    return step.seen() instanceof Observation.Found<?> found
            && found.owner() instanceof Owner.Ours
            && found.state() instanceof DeviceCollection state
        ? Optional.of(state)
        : Optional.empty();
  }

  /** Pending changes that the plan does not make, or of which it makes only a part. */
  private static List<PlannedChange> left(Planned all, Planned planned) {
    Map<Address, PlannedChange> made =
        planned.plan().changes().stream()
            .collect(Collectors.toMap(PlannedChange::address, change -> change));
    return all.plan().changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .filter(change ->
            !made.containsKey(change.address())
                || !made.get(change.address()).differences().containsAll(change.differences()))
        .toList();
  }
}
