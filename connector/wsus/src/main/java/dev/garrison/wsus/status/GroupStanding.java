package dev.garrison.wsus.status;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.wsus.model.Approval;
import java.util.Optional;

/**
 * One group and one family and channel.
 *
 * @param decision on the current update: the group's own approval or refusal, or the one it
 *     inherits; empty where there is none
 * @param isInherited whether it is one of a group above
 * @param older the newest older version that is approved for the group, where the current is not
 * @param counts of the current update
 * @param lacksApproval whether computers need it, nobody has approved any version for the group,
 *     and the manifest does not say that it should be so
 */
public record GroupStanding(
    TargetGroup group,
    Optional<Approval> decision,
    boolean isInherited,
    Optional<SensorVersion> older,
    Counts counts,
    boolean lacksApproval) {
  /** Whether the current update is approved for installation. */
  public boolean isApproved() {
    return decision.filter(approval -> approval.action() == Approval.INSTALL).isPresent();
  }
}
