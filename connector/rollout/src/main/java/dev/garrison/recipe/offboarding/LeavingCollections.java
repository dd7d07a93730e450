package dev.garrison.recipe.offboarding;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.gate.OffboardingProgress.Standing;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.refresh.Evaluation;
import dev.garrison.mecm.refresh.PolicyPush;
import dev.garrison.ring.LeavingServer;
import dev.garrison.ring.OffboardingNote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two managed collections for each entry of {@code offboard}. One contains all servers that leave,
 * through the customer's collection and by name, and every ring excludes it. The other, inside of
 * it and outside of every ring, contains those that may be offboarded, by name.
 */
public final class LeavingCollections {
  private final Manifest manifest;
  private final Mark mark;
  private final List<LeavingPlan> plans;

  LeavingCollections(Manifest manifest, Mark mark, List<LeavingPlan> plans) {
    this.manifest = manifest;
    this.mark = mark;
    this.plans = plans;
  }

  /** Names of the collections that every ring excludes. */
  public Set<String> keptOut() {
    return plans.stream()
        .filter(LeavingPlan::keepsOut)
        .map(plan -> manifest.leavingCollection(plan.name()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Evaluations that come before a change of a ring's collection. They update the members of the
   * collections that it excludes.
   */
  public Set<Address> beforeRings() {
    return keptOut().stream().map(Evaluation::address).collect(Collectors.toSet());
  }

  /** The collections. */
  public List<Wanted<?>> collections() {
    List<Wanted<?>> wanted = new ArrayList<>();
    for (LeavingPlan plan : plans) {
      wanted.add(leaving(plan));
      offboarding(plan).ifPresent(wanted::add);
    }
    return wanted;
  }

  /** Evaluations, and notices to clients to fetch policy, that make both follow the change. */
  public List<Wanted<?>> pushes() {
    List<Wanted<?>> wanted = new ArrayList<>();
    for (LeavingPlan plan : plans) {
      if (plan.keepsOut()) {
        String leaving = manifest.leavingCollection(plan.name());
        Set<String> follows =
            plan.entry().flatMap(OffboardSection::collection).stream().collect(Collectors.toSet());
        wanted.add(Wanted.present(Evaluation.address(leaving), Evaluation.of(leaving, follows)));
        push(plan, leaving).ifPresent(wanted::add);
      }
    }
    if (!keptOut().isEmpty()) {
      rings()
          .forEach(ring ->
              wanted.add(
                  new Wanted<>(
                      Evaluation.address(ring),
                      new Desired.Present<>(Evaluation.of(ring, keptOut())),
                      beforeRings())));
    }
    return wanted;
  }

  private Optional<Wanted<?>> push(LeavingPlan plan, String leaving) {
    Set<String> left = new TreeSet<>();
    if (!plan.held().isEmpty()) {
      left.addAll(onboarding());
    }
    if (!plan.notBack().isEmpty()) {
      left.add(manifest.offboardingCollection(plan.name()));
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Wanted<>(
                PolicyPush.address(leaving),
                new Desired.Present<>(PolicyPush.of(leaving, left)),
                rings().stream().map(Evaluation::address).collect(Collectors.toSet())));
  }

  private List<String> rings() {
    return manifest.rings().stream().map(manifest::ringCollection).toList();
  }

  private Set<String> onboarding() {
    Set<String> names = new TreeSet<>(rings());
    manifest
        .rings()
        .forEach(ring ->
            manifest
                .operatingSystems()
                .forEach(system -> {
                  names.add(manifest.naming().collectionFor(manifest.name(), system, ring.name()));
                  names.add(manifest.passiveCollection(system, ring));
                }));
    return names;
  }

  /**
   * Collection of the servers that leave. Deleted once the last server is back, when no ring
   * excludes it any more.
   */
  private Wanted<DeviceCollection> leaving(LeavingPlan plan) {
    String name = manifest.leavingCollection(plan.name());
    Address address = DeviceCollection.address(name);
    if (!plan.keepsOut()) {
      Set<Address> after =
          rings().stream().map(DeviceCollection::address).collect(Collectors.toSet());
      return new Wanted<>(
          address, new Desired.Absent<>(Text.of("removal.all-back").toString()), after);
    }
    return Wanted.present(
        address,
        new DeviceCollection(
            name,
            mark.after(new OffboardingNote(plan.name(), false).describing()),
            manifest.limitingCollection(),
            Set.of(),
            plan.entry().flatMap(OffboardSection::collection).stream().collect(Collectors.toSet()),
            Set.of(),
            rules(Stream.concat(plan.leaving().stream(), plan.notBack().stream()).toList()),
            DeviceCollection.PERIODIC));
  }

  /**
   * Collection of the servers that may be offboarded. It stays, empty, as long as a server may
   * still have its policy, because the time of its last membership change is compared with the
   * server's request for policy.
   */
  private Optional<Wanted<?>> offboarding(LeavingPlan plan) {
    String name = manifest.offboardingCollection(plan.name());
    Address address = DeviceCollection.address(name);
    Set<Address> after = new HashSet<>();
    if (!plan.offboards()) {
      after.add(ApplicationDeployment.address(manifest.offboardingDeployment(plan.name())));
    }
    if (!plan.keepsOut() && plan.offers()) {
      return Optional.of(
          new Wanted<>(
              address, new Desired.Absent<>(Text.of("removal.all-back").toString()), after));
    }
    if (!plan.offers() && !plan.offboards()) {
      return Optional.empty();
    }
    List<Standing> members = plan.offboards() ? plan.free() : List.of();
    boolean begins = plan.offboards() && !plan.offers() && members.isEmpty();
    DeviceCollection state =
        new DeviceCollection(
            name,
            mark.after(new OffboardingNote(plan.name(), true).describing()),
            manifest.leavingCollection(plan.name()),
            Set.of(),
            Set.of(),
            new TreeSet<>(rings()),
            rules(begins ? plan.leaving() : members),
            DeviceCollection.PERIODIC);
    return Optional.of(
        new Wanted<>(
            address,
            new Desired.Present<>(state),
            after,
            begins ? Optional.of(nobodyYet(plan)) : Optional.empty()));
  }

  /** Reason why no server is offboarded now. */
  String nobodyYet(LeavingPlan plan) {
    return plan.leaving().isEmpty()
        ? Text.of("offboard-wait.no-server", "entry", plan.name()).toString()
        : Text.of(
                "offboard-wait.servers",
                "entry",
                plan.name(),
                "servers",
                LeavingPlan.words(plan.held()))
            .toString();
  }

  /**
   * Direct rules for servers. Rules of one collection have different names, but two servers may
   * have the same name.
   */
  private static Set<DirectRule> rules(Collection<Standing> servers) {
    Set<String> names = new HashSet<>();
    Set<DirectRule> rules = new HashSet<>();
    for (Standing standing : servers) {
      LeavingServer server = standing.server();
      String name =
          names.add(server.name().toLowerCase(Locale.ROOT))
              ? server.name()
              : server.name() + " " + server.id();
      rules.add(new DirectRule(name, server.id()));
    }
    return rules;
  }
}
