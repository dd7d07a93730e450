package dev.garrison.mecm.softwareupdate;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * A deployment of updates of the sensor to a ring's collection.
 *
 * @param id AssignmentID
 * @param created when it was made
 * @param collection its id
 * @param group CI_ID of the software update group; empty where single updates are deployed
 * @param updates CI_IDs, those of the sensor and others
 * @param deadline where {@code isLocal}, its digits read as UTC
 * @param isLocal whether the deadline is meant in the time zone of each client
 */
public record SiteDeployment(
    long id,
    Instant created,
    String name,
    String collection,
    Optional<Long> group,
    Set<Long> updates,
    boolean isEnabled,
    Optional<Instant> deadline,
    boolean isLocal) {
  public SiteDeployment {
    updates = Set.copyOf(updates);
  }

  /** Oldest first. */
  static Comparator<SiteDeployment> byAge() {
    return Comparator.comparing(SiteDeployment::created).thenComparingLong(SiteDeployment::id);
  }
}
