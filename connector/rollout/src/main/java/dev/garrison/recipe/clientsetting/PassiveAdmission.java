package dev.garrison.recipe.clientsetting;

import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.clientsetting.SettingAssignment;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.collection.NamedServers;
import dev.garrison.mecm.onboardingpolicy.PolicyDeployment;
import dev.garrison.recipe.ring.RingPlan;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.ModeServer;
import dev.garrison.survey.ring.RingFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Admits servers of passive rings to onboarding on the client-setting route (F5). On this route
 * nothing orders the antivirus mode before the policy, and under tamper protection an antivirus
 * that was active once stays active. Therefore the policy is deployed to a managed collection
 * inside the ring's, which names only servers on which the mode was read as set. A server in it
 * stays in it (F1): its rules are kept as they are, and more are added. A server that leaves the
 * ring's own collection drops out through the limiting collection.
 */
public final class PassiveAdmission {
  private static final Comparator<ModeServer> BY_NAME =
      Comparator.comparing(ModeServer::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparingLong(ModeServer::id);

  private final Manifest manifest;
  private final Mark mark;
  private final RingFacts facts;

  /**
   * @param facts with the servers that the site reports as set to passive mode
   */
  public PassiveAdmission(Manifest manifest, RingFacts facts) {
    this.manifest = manifest;
    this.mark = new Mark(manifest.name());
    this.facts = facts;
  }

  /** The collection of a ring's servers that are onboarded by policy. */
  String onboarded(OperatingSystem system, Ring ring) {
    return ring.antivirus() == Antivirus.PASSIVE
        ? manifest.passiveCollection(system, ring)
        : manifest.naming().collectionFor(manifest.name(), system, ring.name());
  }

  /** The collections of passive rings; those of rings that have become active are deleted. */
  public List<Wanted<?>> collections(List<RingPlan> rings) {
    List<Wanted<?>> wanted = new ArrayList<>();
    for (RingPlan plan : rings) {
      for (OperatingSystem system : manifest.operatingSystems()) {
        if (plan.ring().antivirus() == Antivirus.PASSIVE) {
          wanted.add(letsIn(plan, system));
        } else {
          wanted.addAll(
              gone(
                  plan.ring(),
                  system,
                  Text.of(
                      "removal.mode",
                      "ring",
                      plan.ring().name(),
                      "mode",
                      Antivirus.ACTIVE.word())));
        }
      }
    }
    return wanted;
  }

  /** Deletions of the collections, which have no use on the application route. */
  public List<Wanted<?>> left() {
    return manifest.rings().stream()
        .flatMap(ring ->
            manifest.operatingSystems().stream()
                .flatMap(system ->
                    gone(ring, system, Text.of("removal.application-method", "ring", ring.name()))
                        .stream()))
        .toList();
  }

  private List<Wanted<?>> gone(Ring ring, OperatingSystem system, Text why) {
    if (!isThere(ring, system)) {
      return List.of();
    }
    String name = manifest.passiveCollection(system, ring);
    return List.of(
        new Wanted<>(
            DeviceCollection.address(name),
            new Desired.Absent<DeviceCollection>(why.toString()),
            Set.of(
                SettingAssignment.address(name),
                PolicyDeployment.address(
                    manifest.naming().deploymentFor(manifest.name(), system, ring.name())))));
  }

  /** Whether the site has the collection of a ring's servers that may be onboarded. */
  boolean isThere(Ring ring, OperatingSystem system) {
    return facts
        .collection(manifest.passiveCollection(system, ring))
        .filter(fact -> !fact.comment().isEmpty())
        .isPresent();
  }

  private Wanted<DeviceCollection> letsIn(RingPlan plan, OperatingSystem system) {
    Ring ring = plan.ring();
    String name = manifest.passiveCollection(system, ring);
    String limit = manifest.naming().collectionFor(manifest.name(), system, ring.name());
    Set<QueryRule> rules = new HashSet<>(facts.entries().rulesOf(name));
    if (plan.hold().isEmpty()) {
      rules.addAll(rules(entering(ring, system)));
    }
    return new Wanted<>(
        DeviceCollection.address(name),
        new Desired.Present<>(
            new DeviceCollection(
                name,
                mark.after(
                    "Told to be passive: Windows Server %s in ring %s."
                        .formatted(system.title(), ring.name())),
                limit,
                rules,
                Set.of(),
                Set.of(),
                Set.of(),
                DeviceCollection.PERIODIC)),
        Set.of(DeviceCollection.address(limit)));
  }

  /** Servers that no rule names yet and that may be named now, sorted. */
  private List<ModeServer> entering(Ring ring, OperatingSystem system) {
    Set<Long> named = named(ring, system);
    Set<Long> keptOut = facts.antivirusOf(ring.name()).keptOut().keySet();
    return facts.entries().of(mode(ring, system)).stream()
        .filter(ModeServer::told)
        .filter(server -> !keptOut.contains(server.id()))
        .filter(server -> !named.contains(server.id()))
        .sorted(BY_NAME)
        .toList();
  }

  private Set<Long> named(Ring ring, OperatingSystem system) {
    Set<Long> named = new HashSet<>();
    facts.entries().rulesOf(manifest.passiveCollection(system, ring)).stream()
        .flatMap(rule -> NamedServers.in(rule).stream())
        .forEach(servers -> named.addAll(servers.ids()));
    return named;
  }

  private String mode(Ring ring, OperatingSystem system) {
    return manifest.naming().deploymentFor(manifest.name(), system, ring.antivirus(), ring.name());
  }

  private static List<QueryRule> rules(List<ModeServer> servers) {
    List<QueryRule> rules = new ArrayList<>();
    for (int from = 0; from < servers.size(); from += NamedServers.MOST) {
      List<ModeServer> some =
          servers.subList(from, Math.min(from + NamedServers.MOST, servers.size()));
      rules.add(new NamedServers(some.stream().map(ModeServer::id).toList()).rule(title(some)));
    }
    return rules;
  }

  /** Title for people in the console; the id makes it unique in its collection. */
  private static String title(List<ModeServer> servers) {
    ModeServer first = servers.getFirst();
    String name = "%s (%d)".formatted(first.name(), first.id());
    return servers.size() == 1 ? name : "%s and %d more".formatted(name, servers.size() - 1);
  }

  /** Remarks on open passive rings, with the number of servers that wait for their mode. */
  public List<String> remarks(List<RingPlan> rings) {
    List<String> remarks = new ArrayList<>();
    for (RingPlan plan : rings) {
      if (plan.ring().antivirus() == Antivirus.PASSIVE && plan.verdict().deploys()) {
        remarks.add(remark(plan));
      }
    }
    return remarks;
  }

  private String remark(RingPlan plan) {
    Ring ring = plan.ring();
    if (plan.hold().isPresent()) {
      return Text.of(
              "method-remark.no-entry", "ring", ring.name(), "reason", plan.hold().orElseThrow())
          .toString();
    }
    long servers = 0;
    long before = 0;
    long now = 0;
    boolean exact = true;
    for (OperatingSystem system : manifest.operatingSystems()) {
      long members = members(manifest.naming().collectionFor(manifest.name(), system, ring.name()));
      OptionalLong in = letIn(ring, system);
      servers += members;
      before += in.orElseGet(() -> Math.min(members, named(ring, system).size()));
      now += entering(ring, system).size();
      exact = exact && in.isPresent();
    }
    long waiting = Math.max(0, servers - before - now);
    return Text.of(
            exact ? "method-remark.entry" : "method-remark.entry-about",
            "ring",
            ring.name(),
            "servers",
            servers,
            "before",
            before,
            "now",
            now,
            "waiting",
            waiting)
        .toString();
  }

  /**
   * Number of admitted servers of the ring. Rules still name servers that have left the ring, so
   * the members of the collection count, which is limited to the ring's; empty while the site has
   * not evaluated it.
   */
  private OptionalLong letIn(Ring ring, OperatingSystem system) {
    Optional<CollectionFact> fact = facts.collection(manifest.passiveCollection(system, ring));
    if (fact.isEmpty()) {
      return OptionalLong.of(0);
    }
    return fact.get().unevaluated().isPresent()
        ? OptionalLong.empty()
        : OptionalLong.of(fact.get().members());
  }

  private long members(String collection) {
    Optional<CollectionFact> fact = facts.collection(collection);
    return fact.map(CollectionFact::members).orElse(0L);
  }
}
