package dev.garrison.survey.ring;

import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingWindows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All of a site that the rings' decisions depend on.
 *
 * @param collections device collections
 * @param ours deployments that carry our mark
 * @param members how many servers the customer's collections hold for each ring, by its name
 * @param meetings servers that the manifest keeps apart and that would move together
 * @param windows what is wrong with the maintenance windows of each ring's servers, by its name;
 *     empty where that was not or cannot be read
 * @param health how the servers of each ring are that our deployments target, by its name
 * @param entries who may be onboarded in passive rings on the client-setting route
 */
public record RingFacts(
    SiteCollections collections,
    OurDeployments ours,
    Map<String, Integer> members,
    List<RingConflict> meetings,
    Map<String, RingWindows> windows,
    Map<String, RingHealth> health,
    EntryFacts entries) {
  public RingFacts {
    members = Map.copyOf(members);
    meetings = List.copyOf(meetings);
    windows = Map.copyOf(windows);
    health = Map.copyOf(health);
  }

  /** The same with what was read of maintenance windows. */
  public RingFacts withWindows(Map<String, RingWindows> others) {
    return new RingFacts(collections, ours, members, meetings, others, health, entries);
  }

  /** A deployment of an application of ours: one that onboards, or one beside that. */
  public Optional<DeploymentFact> deployment(String name) {
    return Optional.ofNullable(ours.applications().get(name))
        .or(() -> Optional.ofNullable(ours.beside().get(name)));
  }

  /** A deployment of ours that takes servers out. */
  public Optional<DeploymentFact> offboarding(String name) {
    return Optional.ofNullable(ours.offboarding().get(name));
  }

  /** A deployment of ours by either route: one of them opened the ring. */
  public Stream<DeploymentFact> byAnyRoute(String name) {
    return Stream.of(ours.applications(), ours.policies())
        .flatMap(some -> Optional.ofNullable(some.get(name)).stream());
  }

  /** The one collection of this name or id, if there is exactly one. */
  public Optional<CollectionFact> collection(String reference) {
    return collections.only(reference);
  }
}
