package dev.garrison.mecm.softwareupdate;

import dev.garrison.catalog.sensor.ReleaseLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * By what one ring gets the sensor's update.
 *
 * <p>What a rule selects cannot be read. So a rule covers a ring when it made a deployment of the
 * sensor's update to the ring's collection, which its group tells; or, before it did, when it has
 * the name that the manifest gives it and deploys to that collection.
 *
 * @param collections its collection: one, unless something is wrong
 * @param rule the ring's
 * @param isProven whether that rule has deployed the sensor's update to the ring
 * @param perhaps names of other rules for its collection that may take the update too
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
    Set<Long> makers = new HashSet<>();
    for (Deployed each : deployed) {
      each.by().group().map(seen.makers()::get).ifPresent(makers::add);
    }
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
            .filter(it -> rule.filter(it::equals).isEmpty())
            .map(DeploymentRule::name)
            .sorted()
            .toList(),
        deployed);
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

  /** Families and channels that are deployed to the ring, besides these. */
  public Set<ReleaseLine> unnamed(Set<ReleaseLine> named) {
    Set<ReleaseLine> lines = new TreeSet<>();
    deployed.forEach(each -> lines.add(each.release().line()));
    lines.removeAll(named);
    return lines;
  }
}
