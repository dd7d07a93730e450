package dev.garrison.review;

import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reasons of objects that wait, in a plan and while it is applied. A reason is a ring's gate, the
 * earlier deployments of the same ring, or the object that holds them up in the end.
 */
public final class PlanReason {
  /** Beginning of a recorded reason that names what an object waits for. */
  private static final String WAITS = "waits for ";

  private static final String DEPLOYMENT = "deployment";

  private final Map<Address, PlannedChange> changes = new HashMap<>();
  private final Map<Address, String> recorded = new HashMap<>();
  private final List<RingDecision> rings;
  private final PlanGroup.Finder groups;

  /**
   * Reasons of the changes of a plan.
   *
   * @param rings the objects of the manifest's rings, by which reasons are told
   */
  public static PlanReason of(Plan plan, List<RingObjects> rings) {
    return new PlanReason(plan, new PlanGroup.Finder(plan, rings));
  }

  PlanReason(Plan plan, PlanGroup.Finder groups) {
    plan.changes()
        .forEach(change -> {
          changes.put(change.address(), change);
          recorded.put(change.address(), change.summary());
        });
    this.rings = plan.rings();
    this.groups = groups;
  }

  /** Records what became of an object, which others may wait for. */
  public void record(Address address, StepResult result) {
    switch (result) {
      case StepResult.Waiting(String what, _) -> recorded.put(address, what);
      case StepResult.Blocked(String what, _) -> recorded.put(address, what);
      case StepResult.Held(String why) -> recorded.put(address, why);
      default -> recorded.remove(address);
    }
  }

  /** The summary of a change, or why it waits. */
  public String of(PlannedChange change) {
    return change.action() == Action.WAIT
        ? of(change, change.summary())
        : RecordedText.shown(change.summary());
  }

  /**
   * Reason of a change that waits.
   *
   * @param why the recorded reason
   */
  public String of(PlannedChange change, String why) {
    Optional<String> ring = groups.ring(change.address());
    Optional<String> gate = gate(change, why);
    if (gate.isPresent()) {
      return Text.of("gate.waits", "ring", gate.get()).shown();
    }
    if (ring.isPresent()
        && needed(change, why).filter(each -> isDeploymentOf(ring.get(), each)).isPresent()) {
      return Text.of("plan.waits-deployments", "ring", ring.get()).shown();
    }
    Address root = root(change, why);
    if (ring.isPresent() && isHeldBy(ring.get(), reason(root, change, why))) {
      return isBlocked(ring.get())
          ? Text.of("plan.ring-blocked", "ring", ring.get()).shown()
          : RecordedText.shown(reason(root, change, why));
    }
    return root.equals(change.address())
        ? RecordedText.shown(why)
        : Text.of("plan.waits-object", "kind", root.kind(), "name", root.name()).shown();
  }

  /** The ring whose gate a change waits for in the end, if it does. */
  public Optional<String> gate(PlannedChange change, String why) {
    Optional<String> ring = groups.ring(change.address());
    Address root = root(change, why);
    Optional<String> rootRing = groups.ring(root);
    if (rootRing.isPresent() && !rootRing.equals(ring)) {
      return rootRing;
    }
    return ring.filter(each -> isHeldBy(each, reason(root, change, why))).flatMap(this::before);
  }

  /** The object that holds a change up in the end; the change itself if no other one does. */
  public Address root(PlannedChange change, String why) {
    Set<Address> seen = new HashSet<>(Set.of(change.address()));
    Optional<Address> next = needed(change, why);
    Address root = change.address();
    while (next.isPresent() && seen.add(next.get())) {
      root = next.get();
      next =
          Optional.ofNullable(changes.get(root))
              .flatMap(each -> needed(each, recorded.getOrDefault(each.address(), each.summary())));
    }
    return root;
  }

  private String reason(Address root, PlannedChange change, String why) {
    return root.equals(change.address()) ? why : recorded.getOrDefault(root, "");
  }

  private static Optional<Address> needed(PlannedChange change, String why) {
    return change.after().stream().filter(address -> why.equals(WAITS + address)).findFirst();
  }

  private boolean isDeploymentOf(String ring, Address address) {
    return address.kind().contains(DEPLOYMENT)
        && groups.ring(address).filter(ring::equals).isPresent();
  }

  private static boolean isHeldBy(String ring, String why) {
    return why.startsWith("ring " + ring + ": ");
  }

  private boolean isBlocked(String ring) {
    return rings.stream()
        .filter(decision -> decision.ring().equals(ring))
        .anyMatch(decision -> decision.decision().equals(RingState.BLOCKED.word()));
  }

  /** The ring whose gate this one waits for: the one before it that has not passed. */
  private Optional<String> before(String ring) {
    Optional<String> before = Optional.empty();
    for (RingDecision decision : rings) {
      if (decision.ring().equals(ring)) {
        return decision.decision().equals(RingState.WAITING.word()) ? before : Optional.empty();
      }
      if (!decision.decision().equals(RingState.PASSED.word()) && before.isEmpty()) {
        before = Optional.of(decision.ring());
      }
    }
    return Optional.empty();
  }
}
