package dev.garrison.catalog.group;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Effect of one update's approvals on each group. A group without its own approval inherits that of
 * the nearest group above; its own approval replaces the inherited one.
 *
 * <p>Sources contradict one another on whether an approval for detection only, set on a group,
 * overrides an installation that is approved above. So there are two questions: where an update is
 * surely installed, and where it may be. They differ in such cases only.
 */
public final class EffectiveApprovals {
  private final GroupTree tree;
  private final List<Approval> approvals;

  /**
   * @throws IllegalArgumentException when an approval is for a group that is not in the tree
   */
  public EffectiveApprovals(GroupTree tree, Collection<Approval> approvals) {
    this.tree = tree;
    this.approvals = List.copyOf(approvals);
    this.approvals.forEach(approval -> tree.upwards(approval.group()));
  }

  /**
   * The approval by which computers of the group install the update without a person. Empty if
   * there is none, or if any other approval contradicts it.
   */
  public Optional<Approval> surelyInstalled(UUID group) {
    List<Approval> nearest =
        nearest(
            group,
            approval -> !approval.action().isMadeByServer() || !tree.isTop(approval.group()));
    boolean clear =
        nearest.stream()
            .allMatch(approval ->
                approval.action() == ApprovalAction.INSTALL || approval.action().isMadeByServer());
    return nearest.stream()
        .filter(
            approval -> clear && approval.assigned() && approval.action() == ApprovalAction.INSTALL)
        .max(Comparator.comparing(Approval::since));
  }

  /**
   * Whether computers of the group may install the update by any interpretation of the approvals.
   */
  public boolean perhapsInstalled(UUID group) {
    return nearest(group, approval -> !approval.action().isMadeByServer()).stream()
        .anyMatch(approval ->
            approval.action() == ApprovalAction.INSTALL
                || approval.action() == ApprovalAction.UNKNOWN);
  }

  private List<Approval> nearest(UUID group, Predicate<Approval> counts) {
    for (UUID here : tree.upwards(group)) {
      List<Approval> found =
          approvals.stream()
              .filter(approval -> approval.group().equals(here) && counts.test(approval))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
