package dev.garrison.survey.ring;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Deployment that carries Garrison's mark.
 *
 * @param id AssignmentID
 * @param collection CollectionID of its target
 * @param start wall-clock time at which it became available: that of the opening
 * @param deadline wall-clock time at which it is due, in the servers' own zones or in UTC
 * @param created time at which the site made it; empty where it does not report it
 */
public record DeploymentFact(
    long id,
    String collection,
    Optional<LocalDateTime> start,
    Optional<LocalDateTime> deadline,
    Optional<Instant> created) {
  /** Whether it has a deadline. */
  public boolean dated() {
    return deadline.isPresent();
  }
}
