package dev.garrison.survey.fleet;

import dev.garrison.fleet.table.CompanionState;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.NamingSection;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.survey.fleet.DeploymentReader.Target;
import dev.garrison.survey.ring.DeploymentFact;
import dev.garrison.survey.ring.OurDeployments;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Purpose of each deployment of a manifest. Any release counts: one that the manifest no longer
 * names may still be deployed.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/core/clients/deploy/about-client-settings#client-policy">Client
 *     policy polling interval, 60 minutes by default</a>
 */
final class DeploymentTargets {
  private static final Duration POLICY_INTERVAL = Duration.ofMinutes(60);

  private final Instant now;
  private final Map<Long, Target> targets = new HashMap<>();

  private DeploymentTargets(Instant now) {
    this.now = now;
  }

  /** Purposes by AssignmentID. */
  static Map<Long, Target> of(Manifest manifest, OurDeployments deployments, Instant now) {
    DeploymentTargets found = new DeploymentTargets(now);
    NamingSection naming = manifest.naming();
    for (int place = 0; place < manifest.rings().size(); place++) {
      Ring ring = manifest.rings().get(place);
      for (OperatingSystem system : OperatingSystem.values()) {
        found.put(
            deployments.applications(),
            naming.deploymentFor(manifest.name(), system, ring.name()),
            place,
            Optional.empty());
        found.put(
            deployments.beside(),
            naming.deploymentFor(manifest.name(), system, ring.antivirus(), ring.name()),
            place,
            Optional.of(CompanionState.ANTIVIRUS_MODE));
        found.put(
            deployments.beside(),
            naming.settingsDeploymentFor(manifest.name(), system, ring.name()),
            place,
            Optional.of(CompanionState.SETTINGS));
      }
    }
    return found.targets;
  }

  private void put(
      Map<String, DeploymentFact> deployments,
      String name,
      int ring,
      Optional<CompanionState> companion) {
    Optional.ofNullable(deployments.get(name))
        .ifPresent(fact ->
            targets.put(fact.id(), new Target(ring, companion, isRecent(fact.created(), now))));
  }

  /** Checks whether clients may not have asked for policy since. A time that is unknown is not. */
  static boolean isRecent(Optional<Instant> created, Instant now) {
    return created.filter(at -> at.plus(POLICY_INTERVAL).isAfter(now)).isPresent();
  }
}
