package dev.garrison.catalog.declinepolicy;

import dev.garrison.catalog.Supersedence;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.group.Approval;
import dev.garrison.catalog.group.EffectiveApprovals;
import dev.garrison.catalog.group.GroupTree;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Facts about one server that decide about declining.
 *
 * @param updates all updates of the KB
 * @param supersedence the updates that they name as superseded
 * @param groups all groups
 * @param approvals by update id, those of the latest revision
 * @param computers all computers of all groups
 */
public record Situation(
    List<Update> updates,
    Supersedence supersedence,
    GroupTree groups,
    Map<UUID, List<Approval>> approvals,
    List<ComputerReport> computers) {
  /**
   * @throws IllegalArgumentException when an approval or a computer is in an unknown group
   */
  public Situation {
    updates = List.copyOf(updates);
    approvals = Collections.unmodifiableSortedMap(new TreeMap<>(approvals));
    computers = List.copyOf(computers);
    approvals.values().forEach(all -> new EffectiveApprovals(groups, all));
    for (ComputerReport computer : computers) {
      for (UUID group : computer.groups()) {
        if (groups.find(group).isEmpty()) {
          throw new IllegalArgumentException("there is no group with the id " + group);
        }
      }
    }
  }

  EffectiveApprovals approvalsOf(UUID update) {
    return new EffectiveApprovals(groups, approvals.getOrDefault(update, List.of()));
  }
}
