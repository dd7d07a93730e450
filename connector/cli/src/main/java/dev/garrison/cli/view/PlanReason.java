package dev.garrison.cli.view;

import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.ring.RingState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reasons why objects wait, by what they wait for in the end: a ring's gate or a single object. */
final class PlanReason {
  /** Beginning of a recorded reason that names what an object waits for. */
  private static final String WAITS = "waits for ";

  private final Map<Address, PlannedChange> changes = new HashMap<>();
  private final List<RingDecision> rings;
  private final PlanGroup.Finder groups;

  PlanReason(Plan plan, PlanGroup.Finder groups) {
    plan.changes().forEach(change -> changes.put(change.address(), change));
    this.rings = plan.rings();
    this.groups = groups;
  }

  /** The summary of a change, or why it waits. */
  String of(PlannedChange change) {
    if (PlanMark.of(change) != PlanMark.WAITING) {
      return RecordedText.shown(change.summary());
    }
    Optional<String> ring = groups.ring(change.address());
    PlannedChange cause = cause(change);
    Optional<String> causeRing = groups.ring(cause.address());
    if (causeRing.isPresent() && !causeRing.equals(ring)) {
      return gate(causeRing.get());
    }
    if (ring.isPresent() && cause.summary().startsWith("ring " + ring.get() + ": ")) {
      return before(ring.get())
          .map(PlanReason::gate)
          .orElseGet(() -> RecordedText.shown(cause.summary()));
    }
    return cause.address().equals(change.address())
        ? RecordedText.shown(change.summary())
        : Text.of(
                "plan.waits-object", "kind", cause.address().kind(), "name", cause.address().name())
            .shown();
  }

  private PlannedChange cause(PlannedChange change) {
    Set<Address> seen = new HashSet<>();
    PlannedChange cause = change;
    while (seen.add(cause.address()) && needed(cause).isPresent()) {
      cause = needed(cause).get();
    }
    return cause;
  }

  private Optional<PlannedChange> needed(PlannedChange change) {
    return change.after().stream()
        .filter(address -> change.summary().equals(WAITS + address))
        .flatMap(address -> Optional.ofNullable(changes.get(address)).stream())
        .findFirst();
  }

  /** The ring whose gate this one waits for: the one before it that has not passed. */
  private Optional<String> before(String ring) {
    Optional<String> before = Optional.empty();
    for (RingDecision decision : rings) {
      if (decision.ring().equals(ring)) {
        return decision.decision().equals(RingState.WAITING.word()) ? before : Optional.empty();
      }
      if (!decision.decision().equals(RingState.PASSED.word()) && before.isEmpty()) {
        before = Optional.of(decision.ring());
      }
    }
    return Optional.empty();
  }

  private static String gate(String ring) {
    return Text.of("plan.waits-gate", "ring", ring).shown();
  }
}
