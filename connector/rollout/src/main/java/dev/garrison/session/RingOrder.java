package dev.garrison.session;

import dev.garrison.engine.plan.Planned;
import dev.garrison.mecm.collection.DeviceCollection;

/**
 * Decision of a person about a ring.
 *
 * @param reason noted on the site with it
 */
public record RingOrder(Kind kind, String ring, String reason) {
  /** Kind of decision. */
  public enum Kind {
    /** The ring's deployments are disabled, and no ring after it opens. */
    HALT,
    /** The next plan continues with the ring. */
    RESUME,
    /** The ring's gate is not waited for. */
    SKIP
  }

  /** Whether the plan of a decision changes more than the notes on the ring's collections. */
  public static boolean reachesServers(Planned planned) {
    return planned.plan().changes().stream()
        .anyMatch(change ->
            change.action().writes() && !change.address().kind().equals(DeviceCollection.KIND));
  }
}
