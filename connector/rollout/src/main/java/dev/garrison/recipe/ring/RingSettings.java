package dev.garrison.recipe.ring;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.RingVariants;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.survey.ring.OurDeployments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of rings: sample sharing, which is the same for all, and proxies. Rings with the same
 * settings share an application; that of the first ring has the plain name. On the client-setting
 * route the onboarding policy defines sample sharing, so that only proxies are left to write. A
 * ring that has deployments keeps them even if no ring has proxies, because they may have written
 * some.
 *
 * @param there names of the manifest's deployments of modes and settings that the site has
 */
public record RingSettings(Manifest manifest, Set<String> there, OnboardingRoute route) {
  public RingSettings {
    there = Set.copyOf(there);
  }

  /** The settings of a manifest on a site. */
  public static RingSettings of(Manifest manifest, OurDeployments ours, OnboardingRoute route) {
    return new RingSettings(manifest, ours.beside().keySet(), route);
  }

  /** Whether there are settings to write, so that their content has to reach servers. */
  public boolean sayAnything() {
    return saySampleSharing()
        || manifest.rings().stream().anyMatch(ring -> ring.proxy().isPresent());
  }

  /** Whether a ring has deployments of its settings. */
  public boolean areFor(Ring ring) {
    return sayAnything() || names(ring).stream().anyMatch(this::isThere);
  }

  /** Whether sample sharing is among the settings. */
  public boolean saySampleSharing() {
    return route == OnboardingRoute.APPLICATION;
  }

  /** The first ring of each group that shares an application; none if there is no application. */
  public List<Ring> distinct() {
    List<Ring> distinct = new ArrayList<>();
    for (Ring ring : manifest.rings()) {
      if (areFor(ring) && distinct.stream().noneMatch(first -> RingVariants.alike(first, ring))) {
        distinct.add(ring);
      }
    }
    return distinct;
  }

  /** Word that distinguishes a ring's application from the first ring's; empty for its group. */
  public Optional<String> wordFor(Ring ring) {
    return new RingVariants(manifest.rings()).settingsWordFor(ring);
  }

  /** Whether the site has this managed deployment. */
  public boolean isThere(String deployment) {
    return there.contains(deployment);
  }

  /** The name of a ring's deployment of its settings. */
  public String name(OperatingSystem system, Ring ring) {
    return manifest.naming().settingsDeploymentFor(manifest.name(), system, ring.name());
  }

  /** The names of a ring's deployments of its settings; none if it needs none. */
  public List<String> deployments(Ring ring) {
    return areFor(ring) ? names(ring) : List.of();
  }

  private List<String> names(Ring ring) {
    return manifest.operatingSystems().stream().map(system -> name(system, ring)).toList();
  }
}
