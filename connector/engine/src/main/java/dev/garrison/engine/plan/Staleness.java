package dev.garrison.engine.plan;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.language.Message;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Compares a pinned plan with the plan that would be made now. */
public final class Staleness {
  private static final int MOST_REASONS = 5;

  private Staleness() {}

  /**
   * The diagnostic {@code PLAN_STALE} with the changes since, or nothing if the plan is still
   * valid.
   */
  public static Optional<Diagnostic> of(Plan pinned, Plan now) {
    List<Text> reasons = new ArrayList<>();
    if (!pinned.manifest().equals(now.manifest())) {
      reasons.add(Text.of("stale.manifest", "planned", pinned.manifest(), "now", now.manifest()));
    } else if (!pinned.manifestDigest().equals(now.manifestDigest())) {
      reasons.add(Text.of("stale.manifest-edited"));
    }
    mapReasons("stale.package", pinned.packages(), now.packages(), reasons);
    mapReasons("stale.site", pinned.survey(), now.survey(), reasons);
    ringReasons(pinned, now, reasons);
    offboardReasons(pinned, now, reasons);
    changeReasons(pinned, now, reasons);
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
            EngineCode.PLAN_STALE, Message.of("stale.plan", "reasons", together(reasons))));
  }

  private static Text together(List<Text> reasons) {
    Text shown =
        reasons.stream()
            .limit(MOST_REASONS)
            .reduce((first, next) -> Text.of("stale.both", "first", first, "next", next))
            .orElseThrow();
    return reasons.size() > MOST_REASONS
        ? Text.of("stale.more", "reasons", shown, "count", reasons.size() - MOST_REASONS)
        : shown;
  }

  private static void mapReasons(
      String text, Map<String, String> pinned, Map<String, String> now, List<Text> reasons) {
    TreeSet<String> keys = new TreeSet<>(pinned.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      if (!Objects.equals(pinned.get(key), now.get(key))) {
        reasons.add(
            Text.of(
                text,
                "name",
                RecordedText.text(key),
                "before",
                orAbsent(pinned, key),
                "now",
                orAbsent(now, key)));
      }
    }
  }

  private static Object orAbsent(Map<String, String> values, String key) {
    return values.containsKey(key) ? RecordedText.text(values.get(key)) : Text.of("stale.absent");
  }

  private static void ringReasons(Plan pinned, Plan now, List<Text> reasons) {
    Map<String, RingDecision> rings = new LinkedHashMap<>();
    now.rings().forEach(ring -> rings.put(ring.ring(), ring));
    for (RingDecision ring : pinned.rings()) {
      RingDecision current = rings.get(ring.ring());
      if (current == null) {
        reasons.add(Text.of("stale.ring-gone", "ring", ring.ring()));
        continue;
      }
      ring.staleness(current).ifPresent(reasons::add);
    }
  }

  private static void offboardReasons(Plan pinned, Plan now, List<Text> reasons) {
    Map<String, OffboardDecision> agreed = new LinkedHashMap<>();
    pinned.offboarding().forEach(decision -> agreed.put(decision.entry(), decision));
    for (OffboardDecision decision : now.offboarding()) {
      OffboardDecision before = agreed.get(decision.entry());
      Optional<Text> reason =
          before == null
              ? Optional.of(Text.of("stale.offboard-new", "entry", decision.entry()))
              : before.staleness(decision);
      reason.ifPresent(reasons::add);
    }
  }

  private static boolean restsOn(PlannedChange change) {
    return !change.fingerprint().equals(Fingerprint.PASSING);
  }

  private static void changeReasons(Plan pinned, Plan now, List<Text> reasons) {
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
        reasons.add(Text.of("stale.object-gone", "object", change.address()));
      } else if (!change.fingerprint().equals(fresh.fingerprint())) {
        reasons.add(Text.of("stale.object-changed", "object", change.address()));
      } else if (change.action() != fresh.action()) {
        reasons.add(
            Text.of(
                "stale.action",
                "object",
                change.address(),
                "planned",
                change.action(),
                "now",
                fresh.action()));
      } else if (!change.pinsTheSameAs(fresh)) {
        reasons.add(Text.of("stale.other-changes", "object", change.address()));
      }
    }
    current
        .keySet()
        .forEach(address -> reasons.add(Text.of("stale.object-new", "object", address)));
  }
}
