package dev.garrison.recipe.ring;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.value.OperatingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of rings: sample sharing, which is one for all, and proxies. Rings with the same
 * ones share an application; that of the first ring has the plain name.
 *
 * @param there names of the deployments of ours that the site has
 */
public record RingSettings(Manifest manifest, Set<String> there) {
  public RingSettings {
    there = Set.copyOf(there);
  }

  /** The first ring of each group that shares an application. */
  public List<Ring> distinct() {
    List<Ring> distinct = new ArrayList<>();
    for (Ring ring : manifest.rings()) {
      if (distinct.stream().noneMatch(first -> alike(first, ring))) {
        distinct.add(ring);
      }
    }
    return distinct;
  }

  /** Whether two rings have the same settings. */
  public static boolean alike(Ring one, Ring other) {
    return one.proxy().equals(other.proxy());
  }

  /** What tells a ring's application from that of the first ring; empty for its group. */
  public Optional<String> wordFor(Ring ring) {
    Ring first = distinct().stream().filter(each -> alike(each, ring)).findFirst().orElseThrow();
    return first.equals(manifest.rings().getFirst())
        ? Optional.empty()
        : Optional.of("of " + first.name());
  }

  /** Whether the site has this deployment of ours. */
  public boolean isThere(String deployment) {
    return there.contains(deployment);
  }

  /** The name of a ring's deployment of its settings. */
  public String name(OperatingSystem system, Ring ring) {
    return manifest.naming().settingsDeploymentFor(manifest.name(), system, ring.name());
  }

  /** The names of a ring's deployments of its settings. */
  public List<String> deployments(Ring ring) {
    return manifest.operatingSystems().stream().map(system -> name(system, ring)).toList();
  }
}
