package dev.garrison.job;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.manifest.job.ChangeKind;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a change means for the servers. What this version does not know is never made by a job.
 */
final class ChangeMeaning {
  /** Reach no server, whatever changes in them. */
  private static final Set<String> REACHING_NOBODY =
      Set.of("content", "distribution", "folder", "placement", "scope", "evaluation", "policy");

  /** Reach servers as soon as they exist. */
  private static final Set<String> REACHING =
      Set.of(
          "deployment",
          "policy-deployment",
          "setting-assignment",
          "agent-setting",
          "client-setting",
          "onboarding-policy");

  /** Of a collection: changing these moves no server. */
  private static final Set<String> WORDS = Set.of("comment");

  /** Of a deployment. */
  private static final String DISABLING = "properties[Enabled]";

  private ChangeMeaning() {}

  /**
   * The kind of a change that writes.
   *
   * @param halted the objects of rings that are halted
   * @return empty for what no job may do
   */
  static Optional<ChangeKind> of(PlannedChange change, Set<Address> halted) {
    if (halts(change, halted)) {
      return Optional.of(ChangeKind.HALT);
    }
    if (change.action() == Action.DELETE || change.action() == Action.REPLACE) {
      return Optional.empty();
    }
    String kind = change.address().kind();
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
    return change.action() == Action.CREATE || differsOnlyIn(change, WORDS);
  }

  /**
   * A halt notes it on the ring's collection, disables its deployments, or takes them back where
   * they cannot be disabled.
   */
  private static boolean halts(PlannedChange change, Set<Address> halted) {
    if (!halted.contains(change.address())) {
      return false;
    }
    return switch (change.action()) {
      case DELETE -> !change.address().kind().equals("collection");
      case UPDATE ->
          change.address().kind().equals("collection")
              ? differsOnlyIn(change, WORDS)
              : change.differences().stream().allMatch(ChangeMeaning::disables);
      case NO_OP, CREATE, REPLACE, WAIT, MANUAL -> false;
    };
  }

  private static boolean disables(Difference difference) {
    return difference.path().equals(DISABLING)
        && difference.after().filter("false"::equalsIgnoreCase).isPresent();
  }

  private static boolean differsOnlyIn(PlannedChange change, Set<String> paths) {
    return change.differences().stream().allMatch(difference -> paths.contains(difference.path()));
  }
}
