package dev.garrison.recipe;

import dev.garrison.recipe.offboarding.OffboardRecipe;
import dev.garrison.recipe.ring.RingPlan;
import java.time.Instant;
import java.util.List;

/**
 * What was decided of the servers that come and of those that leave.
 *
 * @param asOf the time for which it was decided
 */
record Situation(List<RingPlan> rings, OffboardRecipe leaving, Instant asOf) {
  Situation {
    rings = List.copyOf(rings);
  }
}
