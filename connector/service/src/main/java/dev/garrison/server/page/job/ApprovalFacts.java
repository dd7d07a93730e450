package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.listed;
import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.history.UpdateLooks;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.server.page.frame.Sentence;
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
import java.util.stream.Stream;

/** Collects the facts that an approver of a plan needs. */
final class ApprovalFacts {
  /** Most names of servers of one ring; the rest is counted. */
  private static final int MOST_NAMES = 5;

  /** Kinds of WSUS changes without a way back. */
  private static final Set<String> ONE_WAY =
      Set.of(SensorLicence.KIND, SensorDecline.KIND, ProductSubscription.KIND);

  private final Manifest manifest;
  private final FleetReading fleet;
  private final UpdateLooks looks;

  ApprovalFacts(Manifest manifest, FleetReading fleet, UpdateLooks looks) {
    this.manifest = manifest;
    this.fleet = fleet;
    this.looks = looks;
  }

  /**
   * Facts about a plan.
   *
   * @param updates the computers that get sensor updates by it
   * @param deadlines the deadlines that it sets, as the site spells them
   * @param oneWay names of the objects whose changes {@code garrison undo} does not take back
   */
  record Facts(
      PlanReach reach,
      List<Reached> rings,
      UpdateFacts updates,
      Set<String> deadlines,
      List<String> oneWay) {
    /** The changes in numbers and the rings, as a sentence. */
    String effect(Plan plan) {
      List<String> names =
          Stream.concat(rings.stream().map(Reached::name), updates.reach().rings().stream())
              .distinct()
              .toList();
      return t(
          "page.approve.effect-in",
          "create",
          plan.count(Action.CREATE) + plan.count(Action.REPLACE),
          "change",
          plan.count(Action.UPDATE),
          "delete",
          plan.count(Action.DELETE),
          "count",
          names.size(),
          "rings",
          names);
    }

    /** Sentences about the time of installation, each once. */
    List<String> windows() {
      return rings.stream()
          .map(Reached::windows)
          .filter(each -> !each.isEmpty())
          .distinct()
          .toList();
    }

    /** The deadlines with their clock. */
    String deadline() {
      boolean isOnlyUpdates = updates.reach().isOnlyUpdates();
      if (deadlines.isEmpty()) {
        return isOnlyUpdates
            ? t("page.approve.no-deadline-updates")
            : t("page.approve.no-deadline");
      }
      String all = listed(List.copyOf(deadlines));
      if (isOnlyUpdates) {
        return t("page.approve.deadline-utc", "deadlines", all);
      }
      Set<Boolean> local =
          rings.stream()
              .flatMap(each -> each.ring().stream())
              .map(Ring::localTime)
              .collect(Collectors.toSet());
      if (local.size() != 1) {
        return t("page.approve.deadline-each", "deadlines", all);
      }
      return local.contains(true)
          ? t("page.approve.deadline-local", "deadlines", all)
          : t("page.approve.deadline-utc", "deadlines", all);
    }

    /** The number of servers, as a sentence. */
    String servers() {
      if (!reach.isKnown()) {
        return t("page.approve.servers-unknown");
      }
      return t("page.approve.servers", "count", reach.servers());
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

    /** The ring and its servers, with the ring as a link. */
    Sentence sentence() {
      if (more.isEmpty()) {
        return Sentence.of("page.approve.ring-unknown", "count", decision.members());
      }
      return more.get() == 0
          ? Sentence.of("page.approve.ring", "servers", names)
          : Sentence.of("page.approve.ring-more", "servers", names, "count", more.get());
    }

    /** Time of installation, as a sentence; empty where the manifest has no such ring. */
    String windows() {
      return ring.map(each ->
              each.requireMaintenanceWindow()
                  ? t("page.approve.window-required")
                  : t("page.approve.window-optional"))
          .orElse("");
    }
  }

  /** The objects of the manifest's rings. */
  List<RingObjects> rings() {
    return RingObjects.of(manifest);
  }

  Facts of(Plan plan) {
    PlanReach reach = PlanReach.of(plan, manifest);
    return new Facts(
        reach,
        reach.rings().stream().map(this::reached).toList(),
        UpdateFacts.of(plan, manifest, looks.latest()),
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
