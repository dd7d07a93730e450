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
 * Coverage of one ring: the rule and the deployments that bring it the sensor's update.
 *
 * <p>The criteria of a rule cannot be read. So a rule covers a ring when it created a deployment of
 * a wanted release to the ring's collection, which its software update group shows; or, before it
 * did, when it has the name that the manifest gives it. Only the newest such deployment proves
 * this, if it is enabled and contains a release in force, or the release before a held one;
 * otherwise the rule's collection must be the ring's.
 *
 * @param collections its collection: one, unless there is a problem
 * @param rule the ring's
 * @param isProven whether the newest deployment of this rule to the ring is enabled and contains a
 *     wanted release in force
 * @param perhaps names of other rules for its collection that have deployed nothing to it yet, so
 *     that it is unknown whether they select the update too
 * @param deployed the deployments to its collection
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

  /** Determines the coverage of one ring. */
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
                    .thenComparing(rule -> isProven(rule, ring, deployed, seen))
                    .thenComparing(rule -> ids.contains(rule.collection()))
                    .thenComparing(rule -> rule.name().equalsIgnoreCase(ring.rule()))
                    .thenComparingLong(DeploymentRule::id));
    Optional<DeploymentRule> named =
        seen.rules().stream().filter(rule -> rule.name().equalsIgnoreCase(ring.rule())).findFirst();
    Optional<DeploymentRule> rule =
        proven.filter(it -> it.isEnabled() || named.isEmpty()).or(() -> named);
    return new RingCoverage(
        ring,
        collections,
        rule,
        rule.filter(it -> isProven(it, ring, deployed, seen)).isPresent(),
        seen.rules().stream()
            .filter(it -> ids.contains(it.collection()) && it.isEnabled())
            .filter(it -> rule.filter(it::equals).isEmpty() && !known.contains(it.id()))
            .map(DeploymentRule::name)
            .sorted()
            .toList(),
        deployed);
  }

  private static boolean isProven(
      DeploymentRule rule, ServedRing ring, List<Deployed> deployed, SiteUpdates seen) {
    List<Deployed> made =
        deployed.stream()
            .filter(each -> ring.releases().contains(each.release().line()))
            .filter(each -> !ring.held().contains(each.release().version()))
            .filter(each ->
                each.by().group().map(seen.makers()::get).filter(id -> id == rule.id()).isPresent())
            .toList();
    return made.stream()
        .map(Deployed::by)
        .max(SiteDeployment.byAge())
        .filter(SiteDeployment::isEnabled)
        .filter(newest ->
            made.stream()
                .anyMatch(each -> each.by().equals(newest) && mayStay(each.release(), ring, seen)))
        .isPresent();
  }

  /** Whether the release needs no newer one: it is in force, or the current release is held. */
  private static boolean mayStay(SiteRelease release, ServedRing ring, SiteUpdates seen) {
    return release.isInForce()
        || (!release.expired()
            && seen.current(release.line())
                .filter(current -> ring.held().contains(current.version()))
                .isPresent());
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

  /** Whether the rule deploys to another collection, as far as this can be determined. */
  public boolean isElsewhere() {
    return !isProven
        && rule.filter(
                it -> collections.stream().noneMatch(each -> each.id().equals(it.collection())))
            .isPresent();
  }

  /** The newest release of a family and channel deployed to the ring; enabled ones come first. */
  public Optional<Deployed> newest(ReleaseLine line) {
    return deployed.stream()
        .filter(each -> each.release().line().equals(line))
        .max(
            Comparator.<Deployed, Boolean>comparing(each -> each.by().isEnabled())
                .thenComparing(each -> each.release().version()));
  }

  /** The newest release of a family and channel in an enabled deployment. */
  private Optional<Deployed> enabled(ReleaseLine line) {
    return newest(line).filter(each -> each.by().isEnabled());
  }

  /**
   * Releases of a family and channel that are deployed but not enabled, newest first. They are in
   * force, not held, and newer than the enabled release.
   */
  public List<Deployed> notEnabled(ReleaseLine line) {
    return deployed.stream()
        .filter(each -> each.release().line().equals(line) && !each.by().isEnabled())
        .filter(
            each -> each.release().isInForce() && !ring.held().contains(each.release().version()))
        .filter(each ->
            enabled(line)
                .filter(by -> by.release().version().compareTo(each.release().version()) >= 0)
                .isEmpty())
        .sorted(
            Comparator.<Deployed, SensorVersion>comparing(each -> each.release().version())
                .reversed())
        .toList();
  }

  /** Wanted families and channels with a current release but no enabled deployment. */
  public List<ReleaseLine> missing(SiteUpdates seen) {
    return behind(seen).stream()
        .filter(line -> seen.current(line).isPresent() && enabled(line).isEmpty())
        .toList();
  }

  /**
   * Wanted families and channels whose current release is neither held nor in an enabled
   * deployment. Includes those of which the site has no release in force.
   */
  public List<ReleaseLine> behind(SiteUpdates seen) {
    return ring.releases().stream()
        .filter(line ->
            seen.current(line)
                .filter(current -> ring.held().contains(current.version()) || isEnabled(current))
                .isEmpty())
        .toList();
  }

  private boolean isEnabled(SiteRelease release) {
    return deployed.stream()
        .anyMatch(each -> each.release().equals(release) && each.by().isEnabled());
  }

  /** Enabled deployments of versions that are held. */
  public List<Deployed> held() {
    return ring.held().stream().flatMap(version -> holding(version).stream()).toList();
  }

  /**
   * Families and channels that are deployed to the ring but not wanted there. They are in force, or
   * enabled and not withdrawn, because a superseded release is installed too.
   */
  public SortedSet<ReleaseLine> unwanted() {
    SortedSet<ReleaseLine> lines = new TreeSet<>();
    deployed.stream()
        .filter(each -> !each.release().expired())
        .filter(each -> each.by().isEnabled() || each.release().isInForce())
        .forEach(each -> lines.add(each.release().line()));
    lines.removeAll(ring.releases());
    return lines;
  }

  /** Unwanted channels of wanted families, which the same servers would install. */
  public List<ReleaseLine> unwantedChannels() {
    return unwanted().stream()
        .filter(
            line -> ring.releases().stream().anyMatch(each -> each.family().equals(line.family())))
        .toList();
  }

  /** An enabled deployment of this version to the ring. */
  public Optional<Deployed> holding(SensorVersion version) {
    return deployed.stream()
        .filter(each -> each.release().version().equals(version) && each.by().isEnabled())
        .filter(each -> ring.releases().contains(each.release().line()))
        .findFirst();
  }

  /** Newest releases of wanted families and channels that the publisher has withdrawn. */
  public List<Deployed> expired() {
    return ring.releases().stream()
        .flatMap(line -> newest(line).stream())
        .filter(each -> each.release().expired())
        .toList();
  }
}
