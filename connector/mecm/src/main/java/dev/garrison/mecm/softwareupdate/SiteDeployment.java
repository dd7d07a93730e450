package dev.garrison.mecm.softwareupdate;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * A deployment of updates of the sensor to a ring's collection.
 *
 * @param id AssignmentID
 * @param created time at which it was created
 * @param collection its id
 * @param group CI_ID of the software update group; empty if single updates are deployed
 * @param updates CI_IDs, those of the sensor and others
 * @param deadline if {@code isLocal}, its digits read as UTC
 * @param isLocal whether the deadline is in the local time of each client
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

  /** Order by age, oldest first. */
  static Comparator<SiteDeployment> byAge() {
    return Comparator.comparing(SiteDeployment::created).thenComparingLong(SiteDeployment::id);
  }
}
