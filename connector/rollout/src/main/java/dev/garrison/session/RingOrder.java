package dev.garrison.session;

import dev.garrison.engine.plan.Planned;
import dev.garrison.mecm.collection.DeviceCollection;
import java.util.Optional;

/**
 * Decision of a person about a ring.
 *
 * @param reason noted on the site with it
 * @param by who decided; empty for the person at this computer
 */
public record RingOrder(Kind kind, String ring, String reason, Optional<String> by) {
  /** A decision of the person at this computer. */
  public RingOrder(Kind kind, String ring, String reason) {
    this(kind, ring, reason, Optional.empty());
  }

  /** Kind of decision. */
  public enum Kind {
    /** The ring's deployments are disabled, and no ring after it opens. */
    HALT,
    /** The next plan continues with the ring. */
    RESUME,
    /** The ring's gate is not waited for. */
    SKIP
  }

  /** The same decision of this person. */
  public RingOrder by(String who) {
    return new RingOrder(kind, ring, reason, Optional.of(who));
  }

  /** Whether the plan of a decision changes more than the notes on the ring's collections. */
  public static boolean reachesServers(Planned planned) {
    return planned.plan().changes().stream()
        .anyMatch(change ->
            change.action().writes() && !change.address().kind().equals(DeviceCollection.KIND));
  }
}
