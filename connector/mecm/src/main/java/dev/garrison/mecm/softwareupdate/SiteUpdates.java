package dev.garrison.mecm.softwareupdate;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.language.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A site's data about the sensor's update at one time.
 *
 * @param unread titles that do not show family and version
 * @param deployments to collections of the rings
 * @param makers the rule that made a software update group, by the group
 * @param collections by the name or id that the manifest has; none if the site shows none, several
 *     if a name is not unique
 * @param points none if the site shows no software update point
 */
public record SiteUpdates(
    Product product,
    List<SiteRelease> releases,
    List<String> unread,
    List<SiteDeployment> deployments,
    Map<Long, Long> makers,
    List<DeploymentRule> rules,
    Map<String, List<SiteCollection>> collections,
    List<PointState> points) {
  public SiteUpdates {
    releases = List.copyOf(releases);
    unread = List.copyOf(unread);
    deployments = List.copyOf(deployments);
    makers = Map.copyOf(makers);
    rules = List.copyOf(rules);
    collections = Map.copyOf(collections);
    points = List.copyOf(points);
  }

  /** Subscription to the sensor's product on the software update point. */
  public enum Product {
    SUBSCRIBED,
    NOT_SUBSCRIBED,
    /** The site knows other products and not this one: it must synchronize first. */
    NOT_THERE,
    /** The site shows no product at all. */
    NOTHING_SHOWN
  }

  /** The newest release of a family and channel that is neither expired nor superseded. */
  public Optional<SiteRelease> current(ReleaseLine line) {
    return releases.stream()
        .filter(release -> release.line().equals(line) && release.isInForce())
        .max(Comparator.comparing(SiteRelease::version));
  }

  /** Reason why successful synchronization is not confirmed, in words; empty if it is. */
  public Optional<String> trouble(Instant now) {
    return points.isEmpty()
        ? Optional.of(Text.of("site-update-point.unseen").toString())
        : points.stream().flatMap(point -> point.trouble(now).stream()).findFirst();
  }
}
