package dev.garrison.server.reading;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.job.UpdatesSeen.Group;
import dev.garrison.job.UpdatesSeen.Line;
import dev.garrison.job.UpdatesSeen.OnServer;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.UpdateRing;
import dev.garrison.wsus.approval.SensorApproval;
import dev.garrison.wsus.approval.SensorApproval.Place;
import dev.garrison.wsus.approval.SensorLicence;
import dev.garrison.wsus.decline.SensorDecline;
import dev.garrison.wsus.subscription.ProductSubscription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Computer groups that a plan of sensor updates reaches.
 *
 * @param approvals the decisions that the plan writes, in its order
 * @param isOnlyUpdates whether the plan writes to WSUS servers only
 */
public record ApprovalReach(List<Approval> approvals, boolean isOnlyUpdates) {
  private static final Set<String> KINDS =
      Set.of(SensorApproval.KIND, SensorLicence.KIND, SensorDecline.KIND, ProductSubscription.KIND);

  public ApprovalReach {
    approvals = List.copyOf(approvals);
  }

  /**
   * An approval that the plan makes or removes.
   *
   * @param place the server, the update and the group
   * @param ring the ring of the group; empty where the manifest names the group in none
   * @param isRemoved whether the plan removes it
   */
  public record Approval(Place place, Optional<String> ring, boolean isRemoved) {
    /** Computers that need the update, at the last check; empty where it did not count them. */
    public Optional<Integer> needed(UpdatesSeen seen) {
      return seen.servers().stream()
          .filter(server -> server.server().equals(place.server()) && server.hasAnswered())
          .map(OnServer::lines)
          .flatMap(List::stream)
          .filter(this::isOfUpdate)
          .map(Line::groups)
          .flatMap(List::stream)
          .filter(group -> group.group().equals(place.group()))
          .map(Group::needed)
          .findFirst();
    }

    private boolean isOfUpdate(Line line) {
      return line.current()
          .map(version -> line.named() + " " + version)
          .filter(place.update()::equals)
          .isPresent();
    }
  }

  /** The groups that a plan reaches, with the rings of the manifest. */
  public static ApprovalReach of(Plan plan, Manifest manifest) {
    List<PlannedChange> writes =
        plan.changes().stream().filter(change -> change.action().writes()).toList();
    return new ApprovalReach(
        writes.stream()
            .filter(change -> change.address().kind().equals(SensorApproval.KIND))
            .map(change -> approval(change, manifest))
            .toList(),
        !writes.isEmpty()
            && writes.stream().map(change -> change.address().kind()).allMatch(KINDS::contains));
  }

  private static Approval approval(PlannedChange change, Manifest manifest) {
    Place place = SensorApproval.place(change.address());
    return new Approval(place, ring(place, manifest), change.action() == Action.DELETE);
  }

  private static Optional<String> ring(Place place, Manifest manifest) {
    return manifest.wsus().sensorUpdate().stream()
        .map(SensorUpdateSection::rings)
        .flatMap(List::stream)
        .filter(ring -> groups(ring, place.server(), manifest).contains(place.group()))
        .map(UpdateRing::ring)
        .findFirst();
  }

  private static List<String> groups(UpdateRing ring, String server, Manifest manifest) {
    return manifest.wsus().servers().stream()
        .filter(each -> each.name().equals(server))
        .findFirst()
        .map(each -> each.groups(ring))
        .orElse(ring.groups());
  }

  /** The rings whose groups it reaches, each once. */
  public List<String> rings() {
    return distinct(approvals.stream().flatMap(each -> each.ring().stream()));
  }

  /** Lines and versions of the updates that it approves, each once. */
  public List<String> updates() {
    return distinct(
        approvals.stream().filter(each -> !each.isRemoved()).map(each -> each.place().update()));
  }

  private static List<String> distinct(Stream<String> words) {
    return words.distinct().toList();
  }

  /**
   * Computers that need the approved updates, at the last check; empty where one group is not
   * counted.
   */
  public Optional<Integer> needed(UpdatesSeen seen) {
    return approvals.stream()
        .filter(each -> !each.isRemoved())
        .map(each -> each.needed(seen))
        .reduce((one, other) -> one.flatMap(count -> other.map(more -> count + more)))
        .flatMap(count -> count);
  }
}
