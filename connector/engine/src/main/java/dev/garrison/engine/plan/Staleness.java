package dev.garrison.engine.plan;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.EngineCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares a pinned plan with the plan that would be made now. */
public final class Staleness {
  private static final int MOST_REASONS = 5;

  private Staleness() {}

  /**
   * The diagnostic {@code PLAN_STALE} with the changes since, or nothing if the plan is still
   * valid.
   */
  public static Optional<Diagnostic> of(Plan pinned, Plan now) {
    List<String> reasons = new ArrayList<>();
    if (!pinned.manifest().equals(now.manifest())) {
      reasons.add(
          "the plan is for manifest '%s', not '%s'".formatted(pinned.manifest(), now.manifest()));
    } else if (!pinned.manifestDigest().equals(now.manifestDigest())) {
      reasons.add("the manifest was edited");
    }
    mapReasons("package", pinned.packages(), now.packages(), reasons);
    mapReasons("site", pinned.survey(), now.survey(), reasons);
    ringReasons(pinned, now, reasons);
    offboardReasons(pinned, now, reasons);
    changeReasons(pinned, now, reasons);
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    String shown = reasons.stream().limit(MOST_REASONS).collect(Collectors.joining("; "));
    String more =
        reasons.size() > MOST_REASONS ? "; and " + (reasons.size() - MOST_REASONS) + " more" : "";
    return Optional.of(
        Diagnostic.error(
            EngineCode.PLAN_STALE,
            "The plan no longer fits: " + shown + more + ".",
            "Nothing was written. Make a new plan with 'garrison plan', look at it, and apply that."));
  }

  private static void mapReasons(
      String what, Map<String, String> pinned, Map<String, String> now, List<String> reasons) {
    TreeSet<String> keys = new TreeSet<>(pinned.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      if (!Objects.equals(pinned.get(key), now.get(key))) {
        reasons.add(
            "%s '%s' was %s and is %s"
                .formatted(
                    what,
                    key,
                    pinned.getOrDefault(key, "absent"),
                    now.getOrDefault(key, "absent")));
      }
    }
  }

  private static void ringReasons(Plan pinned, Plan now, List<String> reasons) {
    Map<String, RingDecision> rings = new LinkedHashMap<>();
    now.rings().forEach(ring -> rings.put(ring.ring(), ring));
    for (RingDecision ring : pinned.rings()) {
      RingDecision current = rings.get(ring.ring());
      if (current == null) {
        reasons.add("ring " + ring.ring() + " is gone");
        continue;
      }
      ring.staleness(current).map(Staleness::sentence).ifPresent(reasons::add);
    }
  }

  private static void offboardReasons(Plan pinned, Plan now, List<String> reasons) {
    Map<String, OffboardDecision> agreed = new LinkedHashMap<>();
    pinned.offboarding().forEach(decision -> agreed.put(decision.entry(), decision));
    for (OffboardDecision decision : now.offboarding()) {
      OffboardDecision before = agreed.get(decision.entry());
      Optional<String> reason =
          before == null
              ? Optional.of("offboard " + decision.entry() + " is new")
              : before.staleness(decision);
      reason.ifPresent(reasons::add);
    }
  }

  private static String sentence(Difference difference) {
    return "%s was %s and is %s"
        .formatted(
            difference.path(),
            difference.before().orElse("absent"),
            difference.after().orElse("absent"));
  }

  private static boolean restsOn(PlannedChange change) {
    return !change.fingerprint().equals(Fingerprint.PASSING);
  }

  private static void changeReasons(Plan pinned, Plan now, List<String> reasons) {
    Map<Address, PlannedChange> current = new LinkedHashMap<>();
    now.changes().stream()
        .filter(Staleness::restsOn)
        .forEach(change -> current.put(change.address(), change));
    for (PlannedChange change : pinned.changes()) {
      if (!restsOn(change)) {
        continue;
      }
      PlannedChange fresh = current.remove(change.address());
      if (fresh == null) {
        reasons.add(change.address() + " is no longer part of the plan");
      } else if (!change.fingerprint().equals(fresh.fingerprint())) {
        reasons.add(change.address() + " is not as it was when the plan was made");
      } else if (!change.pinsTheSameAs(fresh)) {
        reasons.add(
            "%s is now '%s' instead of '%s'"
                .formatted(change.address(), fresh.action(), change.action()));
      }
    }
    current.keySet().forEach(address -> reasons.add(address + " is new"));
  }
}
