package dev.garrison.survey.ring;

import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingWindows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Facts about a site that the rings' decisions depend on.
 *
 * @param collections device collections
 * @param ours deployments that carry Garrison's mark
 * @param members number of servers in the customer's collections for each ring, by its name
 * @param meetings servers that the manifest keeps apart and that would be deployed to together
 * @param windows problems with the maintenance windows of each ring's servers, by its name; empty
 *     where they were not or cannot be read
 * @param health of the servers of each ring that Garrison's deployments target, by its name
 * @param entries servers that may be onboarded in passive rings on the client-setting route
 * @param antivirus antivirus of the servers of each ring, by its name; empty where it was not read
 * @param content failures of distribution points that keep a ring's content from its servers, as a
 *     clause, by the ring's name
 * @param notes remarks on servers whose antivirus could not be asked for, or whose name in the
 *     manifest is not theirs
 */
public record RingFacts(
    SiteCollections collections,
    OurDeployments ours,
    Map<String, Integer> members,
    List<RingConflict> meetings,
    Map<String, RingWindows> windows,
    Map<String, RingHealth> health,
    EntryFacts entries,
    Map<String, RingAntivirus> antivirus,
    Map<String, String> content,
    List<String> notes) {
  public RingFacts {
    members = Map.copyOf(members);
    meetings = List.copyOf(meetings);
    windows = Map.copyOf(windows);
    health = Map.copyOf(health);
    antivirus = Map.copyOf(antivirus);
    content = Map.copyOf(content);
    notes = List.copyOf(notes);
  }

  /** Facts without the servers' antivirus and the state of content. */
  public RingFacts(
      SiteCollections collections,
      OurDeployments ours,
      Map<String, Integer> members,
      List<RingConflict> meetings,
      Map<String, RingWindows> windows,
      Map<String, RingHealth> health,
      EntryFacts entries) {
    this(
        collections,
        ours,
        members,
        meetings,
        windows,
        health,
        entries,
        Map.of(),
        Map.of(),
        List.of());
  }

  /** Copy with the servers' antivirus, and remarks on it. */
  public RingFacts withAntivirus(Map<String, RingAntivirus> others, List<String> remarks) {
    return new RingFacts(
        collections, ours, members, meetings, windows, health, entries, others, content, remarks);
  }

  /** Antivirus of a ring's servers. */
  public RingAntivirus antivirusOf(String ring) {
    return antivirus.getOrDefault(ring, RingAntivirus.NONE);
  }

  /**
   * Health of an opened ring's servers. Servers that may not enter it are not ready, so that a gate
   * counts them.
   */
  public RingHealth healthOf(String ring) {
    RingHealth counted = health.getOrDefault(ring, RingHealth.NONE);
    return counted.targeted() == 0
        ? counted
        : counted.and(new RingHealth(0, 0, 0, antivirusOf(ring).untargeted(), 0));
  }

  /** Copy with the results for maintenance windows. */
  public RingFacts withWindows(Map<String, RingWindows> others) {
    return new RingFacts(
        collections, ours, members, meetings, others, health, entries, antivirus, content, notes);
  }

  /** Copy with the failures of distribution points. */
  public RingFacts withContent(Map<String, String> others) {
    return new RingFacts(
        collections, ours, members, meetings, windows, health, entries, antivirus, others, notes);
  }

  /** Deployment of a Garrison application: for onboarding, or a companion deployment. */
  public Optional<DeploymentFact> deployment(String name) {
    return Optional.ofNullable(ours.applications().get(name))
        .or(() -> Optional.ofNullable(ours.beside().get(name)));
  }

  /** Garrison's deployment that offboards servers. */
  public Optional<DeploymentFact> offboarding(String name) {
    return Optional.ofNullable(ours.offboarding().get(name));
  }

  /** Garrison's deployments by either route, one of which opened the ring. */
  public Stream<DeploymentFact> byAnyRoute(String name) {
    return Stream.of(ours.applications(), ours.policies())
        .flatMap(some -> Optional.ofNullable(some.get(name)).stream());
  }

  /** Collection of this name or ID, if there is exactly one. */
  public Optional<CollectionFact> collection(String reference) {
    return collections.only(reference);
  }
}
