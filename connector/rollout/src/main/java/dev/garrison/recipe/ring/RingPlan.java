package dev.garrison.recipe.ring;

import dev.garrison.engine.change.Blockage;
import dev.garrison.gate.RingVerdict;
import dev.garrison.language.Text;
import dev.garrison.manifest.Ring;
import dev.garrison.ring.RingState;
import java.util.Optional;

/**
 * One ring with its decision.
 *
 * @param schedule of deployments that are created now
 * @param blackout whether no ring may open today
 * @param blocked why the ring does not open until a person acts
 */
public record RingPlan(
    Ring ring,
    RingVerdict verdict,
    RingSchedule schedule,
    boolean blackout,
    Optional<Blockage> blocked) {
  /** Whether the ring's content is distributed; a halted ring keeps the content that it has. */
  public boolean holdsContent() {
    return verdict.deploys() || halted();
  }

  /** Whether the ring's deployments are disabled. */
  public boolean halted() {
    return verdict.state() == RingState.HALTED;
  }

  /** Reason why a missing deployment is not created now. */
  public Optional<String> hold() {
    if (!verdict.deploys()) {
      return Optional.of(
          Text.of("gate.hold", "ring", ring.name(), "reason", verdict.reason()).toString());
    }
    return blackout ? Optional.of(Text.of("gate.blackout").toString()) : Optional.empty();
  }
}
