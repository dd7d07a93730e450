package dev.garrison.engine.plan;

import dev.garrison.language.Text;
import java.util.Optional;

/**
 * Decision for one ring, with its reason. The decision is pinned, its counts are not: a membership
 * that changes a little between Tuesday and Saturday does not make a plan stale, but one that grows
 * by more than a tenth does.
 *
 * @param decision for example {@code open}
 * @param members servers in the ring's collections when the plan was made
 * @param maxDevices the most servers that the manifest allows
 */
public record RingDecision(
    String ring, String decision, String reason, int members, int maxDevices) {
  private static final String BLOCKED = "blocked";
  private static final int MOST_GROWTH_PERCENT = 10;

  /** Whether the ring cannot go on until a person acts. */
  boolean isBlocked() {
    return decision.equals(BLOCKED);
  }

  /** Reason why a plan with this decision is stale if the decision is now {@code now}. */
  Optional<Text> staleness(RingDecision now) {
    if (!decision.equals(now.decision)) {
      return Optional.of(
          Text.of("stale.ring", "ring", ring, "before", decision, "now", now.decision));
    }
    if (now.members * 100L > members * (100L + MOST_GROWTH_PERCENT)) {
      return Optional.of(
          Text.of("stale.ring-servers", "ring", ring, "before", members, "now", now.members));
    }
    return Optional.empty();
  }
}
