package dev.garrison.job;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.manifest.job.ChangeKind;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a change means for the servers. What this version does not know is never made by a job,
 * nor is a deletion or replacement; only old versions on the share go as the manifest says.
 */
final class ChangeMeaning {
  private static final String CONTENT = "content";

  /** Reach no server, whatever changes in them. */
  private static final Set<String> REACHING_NOBODY =
      Set.of(CONTENT, "distribution", "folder", "placement", "scope", "evaluation", "policy");

  /** Reach servers as soon as they exist. */
  private static final Set<String> REACHING =
      Set.of(
          "deployment",
          "policy-deployment",
          "setting-assignment",
          "agent-setting",
          "client-setting",
          "onboarding-policy");

  /** Of a collection: changing it moves no server. */
  private static final String WORDS = "comment";

  private ChangeMeaning() {}

  /**
   * The kind of a change that writes.
   *
   * @return empty for what no job may do
   */
  static Optional<ChangeKind> of(PlannedChange change) {
    String kind = change.address().kind();
    if (change.action() == Action.REPLACE
        || (change.action() == Action.DELETE && !kind.equals(CONTENT))) {
      return Optional.empty();
    }
    return switch (kind) {
      case "collection" ->
          Optional.of(movesNobody(change) ? ChangeKind.PREPARE : ChangeKind.DEPLOY);
      case "application" ->
          Optional.of(change.action() == Action.CREATE ? ChangeKind.PREPARE : ChangeKind.DEPLOY);
      case "approval", "licence" -> Optional.of(ChangeKind.APPROVE);
      case "decline" -> Optional.of(ChangeKind.DECLINE);
      case "product-subscription" -> Optional.of(ChangeKind.SUBSCRIBE);
      default ->
          REACHING_NOBODY.contains(kind)
              ? Optional.of(ChangeKind.PREPARE)
              : Optional.of(ChangeKind.DEPLOY).filter(_ -> REACHING.contains(kind));
    };
  }

  /** A new collection has no deployment yet; of an old one only its words may change. */
  private static boolean movesNobody(PlannedChange change) {
    return change.action() == Action.CREATE
        || change.differences().stream().allMatch(difference -> difference.path().equals(WORDS));
  }
}
