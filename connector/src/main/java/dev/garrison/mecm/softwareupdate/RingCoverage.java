package dev.garrison.mecm.softwareupdate;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * By what one ring gets the sensor's update.
 *
 * <p>What a rule selects cannot be read. So a rule covers a ring when it made a deployment of a
 * wanted release to the ring's collection, which its group tells; or, before it did, when it has
 * the name that the manifest gives it and deploys to that collection.
 *
 * @param collections its collection: one, unless something is wrong
 * @param rule the ring's
 * @param isProven whether that rule has deployed a wanted release to the ring
 * @param perhaps names of other rules for its collection that have deployed nothing to it yet, so
 *     that nobody knows whether they take the update too
 * @param deployed what is deployed to its collection
 */
public record RingCoverage(
    ServedRing ring,
    List<SiteCollection> collections,
    Optional<DeploymentRule> rule,
    boolean isProven,
    List<String> perhaps,
    List<Deployed> deployed) {
  public RingCoverage {
    collections = List.copyOf(collections);
    perhaps = List.copyOf(perhaps);
    deployed = List.copyOf(deployed);
  }

  /** One release in one deployment to the ring. */
  public record Deployed(SiteRelease release, SiteDeployment by) {}

  /** How one ring is covered. */
  public static RingCoverage of(ServedRing ring, SiteUpdates seen) {
    List<SiteCollection> collections =
        seen.collections().getOrDefault(ring.collection(), List.of());
    List<String> ids = collections.stream().map(SiteCollection::id).toList();
    List<Deployed> deployed = deployed(ids, seen);
    Set<Long> makers =
        makers(
            deployed.stream()
                .filter(each -> ring.releases().contains(each.release().line()))
                .map(Deployed::by),
            seen);
    Set<Long> known =
        makers(seen.deployments().stream().filter(each -> ids.contains(each.collection())), seen);
    Optional<DeploymentRule> proven =
        seen.rules().stream()
            .filter(rule -> makers.contains(rule.id()))
            .max(
                Comparator.comparing(DeploymentRule::isEnabled)
                    .thenComparing(rule -> rule.name().equalsIgnoreCase(ring.rule()))
                    .thenComparingLong(DeploymentRule::id));
    Optional<DeploymentRule> named =
        seen.rules().stream().filter(rule -> rule.name().equalsIgnoreCase(ring.rule())).findFirst();
    Optional<DeploymentRule> rule =
        proven.filter(it -> it.isEnabled() || named.isEmpty()).or(() -> named).or(() -> proven);
    return new RingCoverage(
        ring,
        collections,
        rule,
        rule.filter(it -> makers.contains(it.id())).isPresent(),
        seen.rules().stream()
            .filter(it -> ids.contains(it.collection()) && it.isEnabled())
            .filter(it -> rule.filter(it::equals).isEmpty() && !known.contains(it.id()))
            .map(DeploymentRule::name)
            .sorted()
            .toList(),
        deployed);
  }

  private static Set<Long> makers(Stream<SiteDeployment> deployments, SiteUpdates seen) {
    Set<Long> makers = new HashSet<>();
    deployments.forEach(each -> each.group().map(seen.makers()::get).ifPresent(makers::add));
    return makers;
  }

  private static List<Deployed> deployed(List<String> ids, SiteUpdates seen) {
    List<Deployed> deployed = new ArrayList<>();
    for (SiteDeployment deployment : seen.deployments()) {
      if (ids.contains(deployment.collection())) {
        seen.releases().stream()
            .filter(release -> deployment.updates().contains(release.id()))
            .forEach(release -> deployed.add(new Deployed(release, deployment)));
      }
    }
    return deployed;
  }

  /** Whether the rule deploys to another collection, as far as can be told. */
  public boolean isElsewhere() {
    return !isProven
        && rule.filter(
                it -> collections.stream().noneMatch(each -> each.id().equals(it.collection())))
            .isPresent();
  }

  /** The newest of a family and channel that is deployed to the ring; enabled ones come first. */
  public Optional<Deployed> newest(ReleaseLine line) {
    return deployed.stream()
        .filter(each -> each.release().line().equals(line))
        .max(
            Comparator.<Deployed, Boolean>comparing(each -> each.by().isEnabled())
                .thenComparing(each -> each.release().version()));
  }

  /** Families and channels in force that are deployed to the ring and not wanted there. */
  public SortedSet<ReleaseLine> unwanted() {
    SortedSet<ReleaseLine> lines = new TreeSet<>();
    deployed.stream()
        .map(Deployed::release)
        .filter(SiteRelease::isInForce)
        .forEach(release -> lines.add(release.line()));
    lines.removeAll(ring.releases());
    return lines;
  }

  /** Those of them that the same servers would take: other channels of wanted families. */
  public List<ReleaseLine> unwantedChannels() {
    return unwanted().stream()
        .filter(
            line -> ring.releases().stream().anyMatch(each -> each.family().equals(line.family())))
        .toList();
  }

  /** An enabled deployment of a version to the ring. */
  public Optional<Deployed> holding(SensorVersion version) {
    return deployed.stream()
        .filter(each -> each.release().version().equals(version) && each.by().isEnabled())
        .filter(each -> ring.releases().contains(each.release().line()))
        .findFirst();
  }

  /** What is newest of each wanted family and channel, where the publisher has withdrawn it. */
  public List<Deployed> expired() {
    return ring.releases().stream()
        .flatMap(line -> newest(line).stream())
        .filter(each -> each.release().expired())
        .toList();
  }
}
