package dev.garrison.server.page.job;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.FleetReading;
import dev.garrison.server.reading.PlanReach;
import dev.garrison.wsus.approval.SensorLicence;
import dev.garrison.wsus.decline.SensorDecline;
import dev.garrison.wsus.subscription.ProductSubscription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects the facts that an approver of a plan needs. */
final class ApprovalFacts {
  /** Most names of servers of one ring; the rest is counted. */
  private static final int MOST_NAMES = 5;

  /** Kinds of WSUS changes without a way back. */
  private static final Set<String> ONE_WAY =
      Set.of(SensorLicence.KIND, SensorDecline.KIND, ProductSubscription.KIND);

  private final Manifest manifest;
  private final FleetReading fleet;

  ApprovalFacts(Manifest manifest, FleetReading fleet) {
    this.manifest = manifest;
    this.fleet = fleet;
  }

  /**
   * Facts about a plan.
   *
   * @param deadlines the deadlines that it sets, as the site spells them
   * @param oneWay names of the objects whose changes {@code garrison undo} does not take back
   */
  record Facts(PlanReach reach, List<Reached> rings, Set<String> deadlines, List<String> oneWay) {
    /** The changes in numbers and the rings, as a sentence. */
    String effect(Plan plan) {
      String numbers =
          "%d to create, %d to change, %d to delete"
              .formatted(
                  plan.count(Action.CREATE) + plan.count(Action.REPLACE),
                  plan.count(Action.UPDATE),
                  plan.count(Action.DELETE));
      return switch (rings.size()) {
        case 0 -> numbers + ", in no ring.";
        case 1 -> "%s, in ring %s.".formatted(numbers, rings.getFirst().name());
        default ->
            "%s, in rings %s."
                .formatted(numbers, String.join(", ", rings.stream().map(Reached::name).toList()));
      };
    }

    /** Sentences about the time of installation, each once. */
    List<String> windows() {
      return rings.stream()
          .map(Reached::windows)
          .filter(each -> !each.isEmpty())
          .distinct()
          .toList();
    }

    /** Clock of the deadlines. */
    String clock() {
      Set<Boolean> local =
          rings.stream()
              .flatMap(each -> each.ring().stream())
              .map(Ring::localTime)
              .collect(Collectors.toSet());
      if (local.size() != 1) {
        return "in the clock of each ring";
      }
      return local.contains(true) ? "server local time" : "UTC";
    }

    /** The number of servers, as a sentence. */
    String servers() {
      if (!reach.isKnown()) {
        return "The number of servers is unknown: the plan names no ring for some of its changes.";
      }
      return switch (reach.servers()) {
        case 0 -> "No servers now.";
        case 1 -> "1 server when the plan was created.";
        default -> "%d servers when the plan was created.".formatted(reach.servers());
      };
    }
  }

  /**
   * One ring that a plan reaches.
   *
   * @param names names of its servers at the last check, at most five
   * @param more number of servers that are not named; empty where no server is known
   */
  record Reached(
      RingDecision decision, List<String> names, Optional<Integer> more, Optional<Ring> ring) {
    String name() {
      return decision.ring();
    }

    /** Time of installation, as a sentence; empty where the manifest has no such ring. */
    String windows() {
      return ring.map(each ->
              each.requireMaintenanceWindow()
                  ? "Servers install in their maintenance windows. A server without one isn't ready."
                  : "Servers install in their maintenance windows. A server without one installs at the deadline.")
          .orElse("");
    }
  }

  Facts of(Plan plan) {
    PlanReach reach = PlanReach.of(plan, manifest);
    return new Facts(
        reach,
        reach.rings().stream().map(this::reached).toList(),
        deadlines(plan),
        plan.changes().stream()
            .filter(change -> change.action().writes() && ONE_WAY.contains(change.address().kind()))
            .map(change -> change.address().name())
            .toList());
  }

  private Reached reached(RingDecision decision) {
    List<String> names =
        fleet
            .servers(
                Optional.empty(),
                Optional.of(decision.ring()),
                Optional.empty(),
                Optional.empty(),
                MOST_NAMES)
            .servers()
            .stream()
            .map(ApiAnswers.Server::name)
            .toList();
    return new Reached(
        decision,
        names,
        names.isEmpty()
            ? Optional.empty()
            : Optional.of(Math.max(0, decision.members() - names.size())),
        manifest.rings().stream().filter(ring -> ring.name().equals(decision.ring())).findFirst());
  }

  private static Set<String> deadlines(Plan plan) {
    Set<String> deadlines = new TreeSet<>();
    plan.changes().stream()
        .filter(change -> change.action().writes())
        .map(PlannedChange::differences)
        .flatMap(List::stream)
        .filter(each -> each.path().equals("deadline"))
        .map(Difference::after)
        .flatMap(Optional::stream)
        .forEach(deadlines::add);
    return deadlines;
  }
}
