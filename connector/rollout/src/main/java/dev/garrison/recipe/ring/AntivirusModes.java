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
 * Which rings need a deployment of their antivirus mode. Passive always does. Active is what a
 * server is unless somebody said otherwise: so it does only where passive is, or once was, this
 * manifest's, for servers have to leave it then.
 *
 * @param there names of the deployments of applications of ours that the site has
 * @param policies names of the deployments of onboarding policies of ours
 */
public record AntivirusModes(Manifest manifest, Set<String> there, Set<String> policies) {
  public AntivirusModes {
    there = Set.copyOf(there);
    policies = Set.copyOf(policies);
  }

  /** Those of a manifest on a site. */
  public static AntivirusModes of(Manifest manifest, OurDeployments ours) {
    Set<String> there = new HashSet<>(ours.applications().keySet());
    there.addAll(ours.beside().keySet());
    return new AntivirusModes(manifest, there, ours.policies().keySet());
  }

  /** Whether servers are told a mode at all. */
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

  /** Whether servers of a ring have been told to onboard. */
  public boolean opened(Ring ring) {
    return manifest.operatingSystems().stream()
        .map(system -> manifest.naming().deploymentFor(manifest.name(), system, ring.name()))
        .anyMatch(name -> there.contains(name) || policies.contains(name));
  }

  /** Whether the site has this deployment of ours. */
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
