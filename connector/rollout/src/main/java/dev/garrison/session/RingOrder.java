package dev.garrison.session;

import dev.garrison.engine.plan.Planned;
import dev.garrison.mecm.collection.DeviceCollection;

/**
 * What a person decides about a ring.
 *
 * @param reason noted on the site with it
 */
public record RingOrder(Kind kind, String ring, String reason) {
  /** The decision. */
  public enum Kind {
    /** Its deployments are disabled, and no ring after it opens. */
    HALT,
    /** The next plan goes on with it. */
    RESUME,
    /** Its gate is not waited for. */
    SKIP
  }

  /** Whether the plan of a decision changes more than what is noted on the ring's collections. */
  public static boolean reachesServers(Planned planned) {
    return planned.plan().changes().stream()
        .anyMatch(change ->
            change.action().writes() && !change.address().kind().equals(DeviceCollection.KIND));
  }
}
