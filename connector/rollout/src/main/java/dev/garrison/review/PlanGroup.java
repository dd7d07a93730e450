package dev.garrison.review;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.mecm.updaterule.UpdateProduct;
import dev.garrison.mecm.updaterule.UpdateRule;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.wsus.approval.SensorApproval;
import dev.garrison.wsus.approval.SensorLicence;
import dev.garrison.wsus.decline.SensorDecline;
import dev.garrison.wsus.server.UpdateServerState;
import dev.garrison.wsus.subscription.ProductSubscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Group of a plan's changes that a person reviews together.
 *
 * @param kind the order of the groups on the screen
 * @param name the ring, or the entry of {@code offboard}; empty for the others
 */
public record PlanGroup(Kind kind, String name) {
  /** Kind of group. */
  public enum Kind {
    SHARED,
    RING,
    OFFBOARD,
    SENSOR,
    UNWANTED
  }

  private static final Set<String> SENSOR =
      Set.of(
          UpdateServerState.KIND,
          ProductSubscription.KIND,
          SensorApproval.KIND,
          SensorLicence.KIND,
          SensorDecline.KIND,
          UpdateRule.KIND,
          UpdateProduct.KIND);

  static PlanGroup shared() {
    return new PlanGroup(Kind.SHARED, "");
  }

  static PlanGroup ring(String ring) {
    return new PlanGroup(Kind.RING, ring);
  }

  static PlanGroup offboard(String entry) {
    return new PlanGroup(Kind.OFFBOARD, entry);
  }

  static PlanGroup sensor() {
    return new PlanGroup(Kind.SENSOR, "");
  }

  static PlanGroup unwanted() {
    return new PlanGroup(Kind.UNWANTED, "");
  }

  /** Finds the group of each change of one plan. */
  static final class Finder {
    private final Map<Address, PlanGroup> known = new HashMap<>();
    private final Map<String, PlanGroup> byName = new HashMap<>();

    Finder(Plan plan, List<RingObjects> rings) {
      rings.forEach(ring -> ring.all().forEach(object -> add(object, PlanGroup.ring(ring.ring()))));
      plan.offboarding()
          .forEach(
              entry -> entry.through().forEach(object -> add(object, offboard(entry.entry()))));
    }

    private void add(Address object, PlanGroup group) {
      known.put(object, group);
      byName.put(object.name(), group);
      byName.put(object.toString(), group);
    }

    PlanGroup of(PlannedChange change) {
      return found(change.address())
          .orElseGet(() -> change.action() == Action.DELETE ? unwanted() : shared());
    }

    /** The ring of an object, if it belongs to one. */
    Optional<String> ring(Address object) {
      return found(object).filter(group -> group.kind() == Kind.RING).map(PlanGroup::name);
    }

    /** Requests and places of an object have its name, or its address as their name. */
    private Optional<PlanGroup> found(Address object) {
      if (SENSOR.contains(object.kind())) {
        return Optional.of(sensor());
      }
      return Optional.ofNullable(known.get(object))
          .or(() -> Optional.ofNullable(byName.get(object.name())));
    }
  }
}
