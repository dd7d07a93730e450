package dev.garrison.job;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.manifest.job.ChangeKind;
import java.util.Optional;
import java.util.Set;

/**
 * Determines the effect of a change on the servers. A job never makes a change whose kind this
 * version does not know, nor a deletion or replacement; only old versions on the share are deleted,
 * according to the manifest.
 */
final class ChangeMeaning {
  private static final String CONTENT = "content";

  /** Kinds of object that never affect a server when they change. */
  private static final Set<String> REACHING_NOBODY =
      Set.of(CONTENT, "distribution", "folder", "placement", "scope", "evaluation", "policy");

  /** Kinds of object that affect servers as soon as they exist. */
  private static final Set<String> REACHING =
      Set.of(
          "deployment",
          "policy-deployment",
          "setting-assignment",
          "agent-setting",
          "client-setting",
          "onboarding-policy");

  /** Property of a collection whose change moves no server. */
  private static final String WORDS = "comment";

  private ChangeMeaning() {}

  /**
   * The kind of a change that writes.
   *
   * @return empty for a change that no job may make
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

  /**
   * Whether a change moves no server. A new collection has no deployment yet, and of an existing
   * one only the comment may change.
   */
  private static boolean movesNobody(PlannedChange change) {
    return change.action() == Action.CREATE
        || change.differences().stream().allMatch(difference -> difference.path().equals(WORDS));
  }
}
