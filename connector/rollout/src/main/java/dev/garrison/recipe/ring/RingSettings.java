package dev.garrison.recipe.ring;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.survey.ring.OurDeployments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of rings: sample sharing, which is one for all, and proxies. Rings with the same
 * ones share an application; that of the first ring has the plain name. On the client-setting route
 * the onboarding policy says sample sharing, so that only proxies are left to write. A ring that
 * has deployments keeps them there though no ring has proxies: they may have written some.
 *
 * @param there names of the deployments of ours beside onboarding that the site has
 */
public record RingSettings(Manifest manifest, Set<String> there, OnboardingRoute route) {
  public RingSettings {
    there = Set.copyOf(there);
  }

  /** Those of a manifest on a site. */
  public static RingSettings of(Manifest manifest, OurDeployments ours, OnboardingRoute route) {
    return new RingSettings(manifest, ours.beside().keySet(), route);
  }

  /** Whether there is something to tell servers, so that its content has to reach them. */
  public boolean sayAnything() {
    return saySampleSharing()
        || manifest.rings().stream().anyMatch(ring -> ring.proxy().isPresent());
  }

  /** Whether a ring has deployments of its settings. */
  public boolean areFor(Ring ring) {
    return sayAnything() || names(ring).stream().anyMatch(this::isThere);
  }

  /** Whether sample sharing is among them. */
  public boolean saySampleSharing() {
    return route == OnboardingRoute.APPLICATION;
  }

  /** The first ring of each group that shares an application; none where there is none. */
  public List<Ring> distinct() {
    List<Ring> distinct = new ArrayList<>();
    for (Ring ring : manifest.rings()) {
      if (areFor(ring) && distinct.stream().noneMatch(first -> alike(first, ring))) {
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
    Ring first =
        manifest.rings().stream().filter(each -> alike(each, ring)).findFirst().orElseThrow();
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

  /** The names of a ring's deployments of its settings; none where it needs none. */
  public List<String> deployments(Ring ring) {
    return areFor(ring) ? names(ring) : List.of();
  }

  private List<String> names(Ring ring) {
    return manifest.operatingSystems().stream().map(system -> name(system, ring)).toList();
  }
}
