package dev.garrison.wsus.status;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.wsus.model.Approval;
import java.util.Optional;

/**
 * Approval and installation status of one family and channel for one group.
 *
 * @param decision on the current update: the group's own approval or refusal, or the inherited one;
 *     empty where there is none
 * @param isInherited whether the decision belongs to a group above
 * @param older the newest older version that is approved for the group, where the current is not
 * @param counts of the current update
 * @param lacksApproval whether computers need it, no version is approved for the group, and the
 *     manifest does not say that this is intended
 */
public record GroupStanding(
    TargetGroup group,
    Optional<Approval> decision,
    boolean isInherited,
    Optional<SensorVersion> older,
    Counts counts,
    boolean lacksApproval) {
  /** Checks whether the current update is approved for installation. */
  public boolean isApproved() {
    return decision.filter(approval -> approval.action() == Approval.INSTALL).isPresent();
  }
}
