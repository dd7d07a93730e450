package dev.garrison.review;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.language.Text;
import dev.garrison.manifest.Ring;
import dev.garrison.recipe.ring.RingObjects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Changes of a plan in groups.
 *
 * <p>These are the shared objects, each ring, each offboarding, the updates of the sensor, and what
 * nobody wants any more.
 */
public final class PlanGroups {
  private static final String SENSOR_UPDATE = "sensor update, ";

  private final Plan plan;
  private final List<RingObjects> rings;
  private final PlanGroup.Finder finder;

  /**
   * Groups of a plan.
   *
   * @param rings the objects of the manifest's rings
   */
  public PlanGroups(Plan plan, List<RingObjects> rings) {
    this.plan = plan;
    this.rings = List.copyOf(rings);
    this.finder = new PlanGroup.Finder(plan, rings);
  }

  /**
   * A group with its changes.
   *
   * @param title with the counts
   * @param changes in the plan's order
   */
  public record Grouped(PlanGroup group, Text title, List<PlannedChange> changes) {
    public Grouped {
      changes = List.copyOf(changes);
    }
  }

  /** Reasons of the plan's changes. */
  public PlanReason reasons() {
    return new PlanReason(plan, finder);
  }

  /** Changes that are shown: those with an action or with something to say. */
  public static Predicate<PlannedChange> shown(boolean all) {
    return change -> all || change.action() != Action.NO_OP || !change.notes().isEmpty();
  }

  /** The groups with these changes; rings and offboardings also without any. */
  public List<Grouped> of(List<PlannedChange> shown) {
    Map<PlanGroup, List<PlannedChange>> all =
        new TreeMap<>(Comparator.comparing(PlanGroup::kind).thenComparingInt(this::place));
    plan.rings().forEach(ring -> all.put(PlanGroup.ring(ring.ring()), new ArrayList<>()));
    plan.offboarding()
        .forEach(entry -> all.put(PlanGroup.offboard(entry.entry()), new ArrayList<>()));
    if (plan.defers()) {
      all.put(PlanGroup.sensor(), new ArrayList<>());
    }
    shown.forEach(
        change -> all.computeIfAbsent(finder.of(change), _ -> new ArrayList<>()).add(change));
    return all.entrySet().stream()
        .map(each ->
            new Grouped(
                each.getKey(),
                new PlanCounts(each.getValue()).group(title(each.getKey())),
                each.getValue()))
        .toList();
  }

  private int place(PlanGroup group) {
    return switch (group.kind()) {
      case RING -> ringNames().indexOf(group.name());
      case OFFBOARD ->
          plan.offboarding().stream().map(OffboardDecision::entry).toList().indexOf(group.name());
      case SHARED, SENSOR, UNWANTED -> 0;
    };
  }

  /** Rings with a decision, then those of which the plan changes objects alone. */
  private List<String> ringNames() {
    return Stream.concat(
            plan.rings().stream().map(RingDecision::ring), rings.stream().map(RingObjects::ring))
        .distinct()
        .toList();
  }

  private Text title(PlanGroup group) {
    return switch (group.kind()) {
      case SHARED -> Text.of(plan.rings().isEmpty() ? "plan.ungrouped" : "plan.shared");
      case RING -> Text.of("plan.ring", "ring", group.name());
      case OFFBOARD -> Text.of("plan.offboarding", "entry", group.name());
      case SENSOR -> Text.of("plan.sensor");
      case UNWANTED -> Text.of("plan.unwanted");
    };
  }

  /** State, servers, and antivirus of the ring of a group; empty for another group. */
  public Optional<Text> ring(Grouped group) {
    return group.group().kind() != PlanGroup.Kind.RING
        ? Optional.empty()
        : plan.rings().stream()
            .filter(ring -> ring.ring().equals(group.group().name()))
            .map(ring -> ring(ring, group.changes()))
            .findFirst();
  }

  private Text ring(RingDecision ring, List<PlannedChange> changes) {
    return Text.of(
        "plan.ring-state",
        "state",
        RingDecisionText.of(ring, changes),
        "servers",
        ring.members(),
        "most",
        ring.maxDevices(),
        "antivirus",
        rings.stream()
            .filter(each -> each.ring().equals(ring.ring()))
            .map(RingObjects::mode)
            .map(Ring.Antivirus::word)
            .findFirst()
            .orElse(""));
  }

  /** Releases of the sensor's update that wait for their turn, if the group is about these. */
  public List<Text> turns(Grouped group) {
    return group.group().kind() != PlanGroup.Kind.SENSOR
        ? List.of()
        : plan.survey().entrySet().stream()
            .filter(decision -> decision.getValue().equals(Plan.DEFERRED))
            .map(decision -> decision.getKey().replace(SENSOR_UPDATE, ""))
            .map(release -> Text.of("plan.turn", "release", release))
            .toList();
  }
}
