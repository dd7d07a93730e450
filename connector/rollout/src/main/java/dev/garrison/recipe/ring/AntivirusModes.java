package dev.garrison.recipe.ring;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.survey.ring.OurDeployments;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Antivirus modes of a manifest's rings and their deployments. Passive mode always needs
 * deployments. Active mode is the default of a server, so it needs deployments only if this
 * manifest uses passive mode, or once did, because servers must then leave it.
 *
 * @param there names of the manifest's application deployments that the site has
 * @param policies names of the manifest's onboarding policy deployments that the site has
 */
public record AntivirusModes(Manifest manifest, Set<String> there, Set<String> policies) {
  public AntivirusModes {
    there = Set.copyOf(there);
    policies = Set.copyOf(policies);
  }

  /** The modes of a manifest on a site. */
  public static AntivirusModes of(Manifest manifest, OurDeployments ours) {
    Set<String> there = new HashSet<>(ours.applications().keySet());
    there.addAll(ours.beside().keySet());
    return new AntivirusModes(manifest, there, ours.policies().keySet());
  }

  /** Whether the manifest sets a mode on servers at all. */
  public boolean areOurs() {
    return manifest.rings().stream()
        .anyMatch(ring ->
            ring.antivirus() == Antivirus.PASSIVE
                || Arrays.stream(Antivirus.values()).anyMatch(mode -> deployed(ring, mode)));
  }

  /** Whether a mode is deployed to servers of a ring now. */
  public boolean deployed(Ring ring, Antivirus mode) {
    return manifest.operatingSystems().stream()
        .anyMatch(system -> isThere(name(system, mode, ring)));
  }

  /** Whether a deployment that onboards a ring's servers exists. */
  public boolean opened(Ring ring) {
    return manifest.operatingSystems().stream()
        .map(system -> manifest.naming().deploymentFor(manifest.name(), system, ring.name()))
        .anyMatch(name -> there.contains(name) || policies.contains(name));
  }

  /** Whether the site has this managed deployment. */
  public boolean isThere(String deployment) {
    return there.contains(deployment);
  }

  /** The name of a ring's deployment of a mode. */
  public String name(OperatingSystem system, Antivirus mode, Ring ring) {
    return manifest.naming().deploymentFor(manifest.name(), system, mode, ring.name());
  }

  /** The names of a ring's deployments of its mode; none where it needs none. */
  public List<String> deployments(Ring ring) {
    return areOurs()
        ? manifest.operatingSystems().stream()
            .map(system -> name(system, ring.antivirus(), ring))
            .toList()
        : List.of();
  }
}
