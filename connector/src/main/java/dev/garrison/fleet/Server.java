package dev.garrison.fleet;

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
 * @param sensor empty where inventory says nothing
 */
public record Server(
    long id,
    String name,
    String ring,
    String system,
    Optional<Presence> presence,
    Optional<DeploymentStatus> onboarding,
    Optional<DeploymentStatus> mode,
    Optional<Sensor> sensor) {
  /** When its hardware inventory was taken. */
  public Optional<Instant> inventoried() {
    return presence.flatMap(Presence::inventoried);
  }
}
