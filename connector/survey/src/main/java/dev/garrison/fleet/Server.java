package dev.garrison.fleet;

import dev.garrison.fleet.live.LiveAnswer;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is known of one server of a ring.
 *
 * @param id ResourceID
 * @param system Caption of its operating system by inventory; empty where it sent none
 * @param presence empty where the site shows nothing of the device
 * @param onboarding the worst of the ring's onboarding deployments; empty while none targets it
 * @param mode the worst of the ring's antivirus mode deployments
 * @param settings the worst of the ring's deployments of sample sharing and proxies
 * @param sensor empty where nobody says anything
 * @param asked whether it was asked itself
 * @param live what it answered to that; empty while it has not
 */
public record Server(
    long id,
    String name,
    String ring,
    String system,
    Optional<Presence> presence,
    Optional<DeploymentStatus> onboarding,
    Optional<DeploymentStatus> mode,
    Optional<DeploymentStatus> settings,
    Optional<Sensor> sensor,
    boolean asked,
    Optional<LiveAnswer> live) {
  /** A server that nobody asked, and that got no settings of their own. */
  public Server(
      long id,
      String name,
      String ring,
      String system,
      Optional<Presence> presence,
      Optional<DeploymentStatus> onboarding,
      Optional<DeploymentStatus> mode,
      Optional<Sensor> sensor) {
    this(
        id,
        name,
        ring,
        system,
        presence,
        onboarding,
        mode,
        Optional.empty(),
        sensor,
        false,
        Optional.empty());
  }

  /** When its hardware inventory was taken. */
  public Optional<Instant> inventoried() {
    return presence.flatMap(Presence::inventoried);
  }
}
