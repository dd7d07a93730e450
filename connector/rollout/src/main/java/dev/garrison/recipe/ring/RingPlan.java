package dev.garrison.recipe.ring;

import dev.garrison.gate.RingVerdict;
import dev.garrison.manifest.Ring;
import dev.garrison.ring.RingState;
import java.util.Optional;

/**
 * One ring with what was decided for it.
 *
 * @param schedule of deployments that are made now
 * @param blackout whether nothing may open today
 */
public record RingPlan(Ring ring, RingVerdict verdict, RingSchedule schedule, boolean blackout) {
  /** Whether the content is where its servers get it: a halted ring keeps what it has. */
  public boolean holdsContent() {
    return verdict.deploys() || halted();
  }

  /** Whether its deployments are disabled. */
  public boolean halted() {
    return verdict.state() == RingState.HALTED;
  }

  /** Why a deployment that does not exist is not made now. */
  public Optional<String> hold() {
    if (!verdict.deploys()) {
      return Optional.of("ring %s: %s".formatted(ring.name(), verdict.reason()));
    }
    return blackout ? Optional.of("today is a blackout day") : Optional.empty();
  }
}
