package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.manifest.Manifest;
import dev.garrison.server.page.frame.Sentence;
import dev.garrison.server.reading.ApprovalReach;
import dev.garrison.server.reading.ApprovalReach.Approval;
import dev.garrison.wsus.decline.SensorDecline;
import java.util.Optional;

/**
 * Facts that an approver of sensor updates needs.
 *
 * @param declines whether the plan declines updates
 * @param seen the last check of the WSUS servers; empty before the first one
 */
record UpdateFacts(ApprovalReach reach, boolean declines, Optional<UpdatesSeen> seen) {
  static UpdateFacts of(Plan plan, Manifest manifest, Optional<UpdatesSeen> seen) {
    return new UpdateFacts(
        ApprovalReach.of(plan, manifest),
        plan.changes().stream()
            .filter(change -> change.action().writes())
            .map(PlannedChange::address)
            .anyMatch(address -> address.kind().equals(SensorDecline.KIND)),
        seen);
  }

  /** Whether the plan writes anything to WSUS servers that an approver must know. */
  boolean isConcerned() {
    return reach.isOnlyUpdates() || !reach.approvals().isEmpty();
  }

  /** The number of computers, as a sentence with the time of the last check. */
  Sentence computers() {
    if (reach.updates().isEmpty()) {
      return Sentence.of("page.approve.no-approvals");
    }
    if (seen.isEmpty()) {
      return Sentence.of("page.approve.needed-unchecked");
    }
    return seen.flatMap(reach::needed)
        .map(count ->
            Sentence.of("page.approve.needed", "count", count, "updates", reach.updates().size()))
        .orElseGet(() -> Sentence.of("page.approve.needed-unknown"));
  }

  /** One group and its computers, with the ring as a link. */
  Sentence group(Approval approval) {
    String group = approval.place().group();
    String server = approval.place().server();
    return approval.ring().isPresent()
        ? Sentence.of(
            "page.approve.group", "group", group, "server", server, "effect", effect(approval))
        : Sentence.of(
            "page.approve.group-no-ring",
            "group",
            group,
            "server",
            server,
            "effect",
            effect(approval));
  }

  private String effect(Approval approval) {
    String update = approval.place().update();
    if (approval.isRemoved()) {
      return t("page.approve.group-removed", "update", update);
    }
    return seen.flatMap(approval::needed)
        .map(count -> t("page.approve.group-needed", "count", count, "update", update))
        .orElseGet(() -> t("page.approve.group-unknown", "update", update));
  }
}
