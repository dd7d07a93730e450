package dev.garrison.mecm.softwareupdate;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A deployment of updates of the sensor to a ring's collection.
 *
 * @param collection its id
 * @param group CI_ID of the software update group; empty where single updates are deployed
 * @param updates CI_IDs, those of the sensor and others
 */
public record SiteDeployment(
    String name,
    String collection,
    Optional<Long> group,
    Set<Long> updates,
    boolean isEnabled,
    Optional<Instant> deadline) {
  public SiteDeployment {
    updates = Set.copyOf(updates);
  }
}
