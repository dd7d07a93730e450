package dev.garrison.recipe.offboarding;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.gate.OffboardingProgress;
import dev.garrison.manifest.Manifest;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.ring.LeavingServer;
import dev.garrison.ring.Offboarding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A site of a few servers in one ring, as far as it matters for who has which policy: collections
 * are evaluated now and then, each by itself, and servers keep the policy they have until they ask
 * for another. What Garrison wants is taken over in the order of its plans.
 */
final class ModelSite {
  static final String ENTRY = "leavers";
  private static final Instant START = Instant.parse("2026-11-24T21:00:00Z");

  private final Manifest with;
  private final Manifest without;
  private final String ring;
  private final String leaving;
  private final String offboarding;

  /** The customer's collection. */
  private final Set<Long> customers = new HashSet<>();

  private final Map<String, DeviceCollection> definitions = new HashMap<>();
  private final Map<String, Set<Long>> members = new HashMap<>();
  private final Map<String, Long> changed = new HashMap<>();
  private final Map<String, Long> evaluated = new HashMap<>();
  private final Map<Long, Long> requests = new HashMap<>();
  private final Set<Long> holdsOn = new HashSet<>();
  private final Set<Long> holdsOff = new HashSet<>();
  private final Set<Long> servers;
  private boolean deployed;
  private boolean entered;
  private long minute;
  private int offboarded;

  /**
   * @param with a manifest with the entry
   * @param without the same without it
   */
  ModelSite(Manifest with, Manifest without, Set<Long> servers) {
    this.with = with;
    this.without = without;
    this.servers = Set.copyOf(servers);
    this.ring = with.ringCollection(with.rings().getFirst());
    this.leaving = with.leavingCollection(ENTRY);
    this.offboarding = with.offboardingCollection(ENTRY);
    members.put(ring, new HashSet<>(servers));
    changed.put(ring, 0L);
    evaluated.put(ring, 0L);
    holdsOn.addAll(servers);
  }

  void pass(long minutes) {
    minute += minutes;
  }

  void flipEntry() {
    entered = !entered;
  }

  void endWithoutEntry() {
    entered = false;
  }

  /** Somebody adds the server to the customer's collection, or takes it out. */
  void flip(long server) {
    if (!customers.remove(server)) {
      customers.add(server);
    }
    changed.put("customers", minute);
  }

  /** The server asks for policy. */
  void ask(long server) {
    requests.put(server, minute);
    set(holdsOn, server, in(ring, server));
    set(holdsOff, server, deployed && in(offboarding, server));
    if (holdsOff.contains(server)) {
      offboarded++;
    }
  }

  private static void set(Set<Long> servers, long server, boolean present) {
    if (present) {
      servers.add(server);
    } else {
      servers.remove(server);
    }
  }

  private boolean in(String collection, long server) {
    return members.getOrDefault(collection, Set.of()).contains(server);
  }

  void evaluate(String collection) {
    DeviceCollection definition = definitions.get(collection);
    Set<Long> now = new HashSet<>();
    if (collection.equals(ring)) {
      now.addAll(servers);
    } else if (definition == null) {
      return;
    } else {
      definition.members().stream().map(DirectRule::resourceId).forEach(now::add);
      if (!definition.includes().isEmpty()) {
        now.addAll(customers);
      }
      if (collection.equals(offboarding)) {
        now.retainAll(members.getOrDefault(leaving, Set.of()));
      }
    }
    if (definition != null) {
      definition
          .excludes()
          .forEach(excluded -> now.removeAll(members.getOrDefault(excluded, Set.of())));
    }
    evaluated.put(collection, minute);
    if (!now.equals(members.getOrDefault(collection, Set.of()))) {
      members.put(collection, now);
      changed.put(collection, minute);
      if (collection.equals(leaving)) {
        evaluate(offboarding);
      }
    }
  }

  List<String> collections() {
    return List.of(ring, leaving, offboarding);
  }

  /** A run of Garrison: what is read, decided from it, and taken over as far as nothing waits. */
  void run() {
    Manifest manifest = entered ? with : without;
    LeavingPlan plan = plan(manifest);
    if (!entered && !definitions.containsKey(leaving)) {
      return;
    }
    LeavingCollections wanted =
        new LeavingCollections(manifest, new Mark(manifest.name()), List.of(plan));
    Map<Address, Wanted<?>> all =
        wanted.collections().stream().collect(Collectors.toMap(Wanted::address, each -> each));
    boolean current = definitions.containsKey(leaving) && after(leaving, "customers");
    if (plan.keepsOut()) {
      define(all, leaving);
      current &= evaluated.getOrDefault(leaving, -1L) > -1L;
    }
    boolean mayChangeRing = !plan.keepsOut() || current;
    if (mayChangeRing) {
      definitions.put(ring, ringLeavingOut(wanted.keptOut()));
    }
    if (!plan.offboards()) {
      deployed = false;
    }
    boolean offers = mayChangeRing && define(all, offboarding);
    if (offers && plan.offboards() && !plan.free().isEmpty()) {
      deployed = true;
    }
    if (!plan.keepsOut()) {
      forget(offboarding);
      forget(leaving);
    }
  }

  private boolean after(String collection, String other) {
    return evaluated.getOrDefault(collection, -1L) >= changed.getOrDefault(other, -1L);
  }

  private DeviceCollection ringLeavingOut(Set<String> keptOut) {
    return new DeviceCollection(
        ring, "", "All Servers", Set.of(), Set.of(), keptOut, Set.of(), DeviceCollection.PERIODIC);
  }

  /** Whether it is there now. */
  private boolean define(Map<Address, Wanted<?>> all, String name) {
    Wanted<?> wanted = all.get(DeviceCollection.address(name));
    if (wanted == null || wanted.held().isPresent()) {
      return definitions.containsKey(name);
    }
    if (wanted.desired() instanceof Desired.Present<?>(DeviceCollection state)) {
      definitions.put(name, state);
    }
    return definitions.containsKey(name);
  }

  private void forget(String name) {
    definitions.remove(name);
    members.remove(name);
    evaluated.remove(name);
  }

  private LeavingPlan plan(Manifest manifest) {
    Set<Long> kept = members.getOrDefault(leaving, Set.of());
    Set<Long> listed = entered ? customers : Set.of();
    Set<Long> back = new HashSet<>(kept);
    back.removeAll(listed);
    return new LeavingPlan(
        ENTRY,
        manifest.offboard().stream().findFirst(),
        OffboardingProgress.of(facts(listed, ring, Set.of(), ruled())),
        OffboardingProgress.of(facts(back, offboarding, ruled(), Set.of())),
        definitions.containsKey(offboarding),
        deployed);
  }

  /** Servers that a rule puts among those that may be offboarded, evaluated or not. */
  private Set<Long> ruled() {
    return Optional.ofNullable(definitions.get(offboarding)).stream()
        .flatMap(definition -> definition.members().stream())
        .map(DirectRule::resourceId)
        .collect(Collectors.toSet());
  }

  private Offboarding facts(Set<Long> listed, String side, Set<Long> toCome, Set<Long> released) {
    List<LeavingServer> all = new ArrayList<>();
    for (long server : new TreeSet<>(listed)) {
      all.add(
          new LeavingServer(
              server,
              "SRV" + server,
              in(leaving, server),
              in(side, server) || toCome.contains(server) ? Set.of(side) : Set.of(),
              Optional.ofNullable(requests.get(server)).map(ModelSite::time),
              released.contains(server)));
    }
    boolean there = side.equals(ring) || definitions.containsKey(side);
    return new Offboarding(
        all, Optional.ofNullable(changed.get(side)).filter(_ -> there).map(ModelSite::time), true);
  }

  private static Instant time(long minute) {
    return START.plusSeconds(minute * 60);
  }

  /** Servers for which onboarding and offboarding meet: at the site, or by the policy they hold. */
  Set<Long> meetings() {
    return servers.stream()
        .filter(server -> in(ring, server) || holdsOn.contains(server))
        .filter(server -> (deployed && in(offboarding, server)) || holdsOff.contains(server))
        .collect(Collectors.toSet());
  }

  /** How often a server got policy that offboards. */
  int offboarded() {
    return offboarded;
  }

  /** Whether every server is back in the ring with its policy. */
  boolean allBack() {
    return members.getOrDefault(ring, Set.of()).equals(servers) && holdsOff.isEmpty();
  }
}
