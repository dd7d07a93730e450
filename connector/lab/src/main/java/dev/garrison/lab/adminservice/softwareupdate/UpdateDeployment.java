package dev.garrison.lab.adminservice.softwareupdate;

import java.time.Instant;
import java.util.List;

/**
 * A deployment of software updates, or of a software update group.
 *
 * @param id AssignmentID
 * @param collection the id of its target
 * @param group the CI_ID of the group; 0 if single updates are deployed
 * @param updates CI_IDs
 * @param isUtc whether its times are UTC; otherwise each client takes them as its local time
 */
record UpdateDeployment(
    int id,
    String name,
    String collection,
    long group,
    List<Long> updates,
    boolean isEnabled,
    boolean isUtc,
    Instant start,
    Instant deadline) {
  UpdateDeployment {
    updates = List.copyOf(updates);
  }

  UpdateDeployment switched(boolean on) {
    return new UpdateDeployment(id, name, collection, group, updates, on, isUtc, start, deadline);
  }
}
