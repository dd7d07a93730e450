package dev.garrison.recipe;

import dev.garrison.recipe.offboarding.OffboardRecipe;
import dev.garrison.recipe.ring.RingPlan;
import java.time.Instant;
import java.util.List;

/**
 * Decisions for the servers that join and for those that leave.
 *
 * @param asOf the time for which it was decided
 */
record RolloutState(List<RingPlan> rings, OffboardRecipe leaving, Instant asOf) {
  RolloutState {
    rings = List.copyOf(rings);
  }
}
