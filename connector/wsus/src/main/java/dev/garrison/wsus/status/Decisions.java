package dev.garrison.wsus.status;

import dev.garrison.catalog.group.GroupTree;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.wsus.model.Approval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Approval decisions on the updates of one server, by administrators and rules.
 *
 * @param tree the server's groups
 * @param approvals of all updates, including those that the server itself makes
 */
record Decisions(GroupTree tree, List<Approval> approvals) {
  Decisions {
    approvals = approvals.stream().filter(Approval::isDecision).toList();
  }

  /** Decision of the group on an update, or that of the nearest group above it. */
  Optional<Approval> on(SensorUpdate sensor, TargetGroup group) {
    Optional<TargetGroup> here = Optional.of(group);
    while (here.isPresent()) {
      TargetGroup level = here.get();
      Optional<Approval> own =
          approvals.stream()
              .filter(approval -> approval.group().equals(level.id()))
              .filter(approval -> approval.update().equals(sensor.update().identity()))
              .max(Comparator.comparing(Approval::time));
      if (own.isPresent()) {
        return own;
      }
      here = level.parent().flatMap(tree::find);
    }
    return Optional.empty();
  }

  /** Newest version that is approved for a group. */
  Optional<SensorVersion> newestApproved(List<SensorUpdate> members, TargetGroup group) {
    return members.stream()
        .filter(sensor ->
            on(sensor, group).filter(approval -> approval.action() == Approval.INSTALL).isPresent())
        .map(SensorUpdate::version)
        .max(Comparator.naturalOrder());
  }
}
