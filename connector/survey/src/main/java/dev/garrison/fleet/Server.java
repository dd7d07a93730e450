package dev.garrison.fleet;

import dev.garrison.fleet.antivirus.AntivirusEvidence;
import dev.garrison.fleet.live.LiveAnswer;
import java.time.Instant;
import java.util.Optional;

/**
 * All known facts about one server of a ring.
 *
 * @param id ResourceID
 * @param system Caption of its operating system by inventory; empty where it sent none
 * @param presence empty where the site has no record of the device
 * @param onboarding the worst of the ring's onboarding deployments; empty while none targets it
 * @param mode the worst of the ring's antivirus mode deployments
 * @param settings the worst of the ring's deployments of sample sharing and proxies
 * @param sensor empty where there is no report of it
 * @param asked whether the server itself was asked
 * @param live its own answer; empty while there is none
 * @param antivirus all that is reported of its antivirus
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
    Optional<LiveAnswer> live,
    AntivirusEvidence antivirus) {
  /** Creates a server that was not asked itself, with nothing of settings and antivirus. */
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
        Optional.empty(),
        AntivirusEvidence.NOT_TOLD);
  }

  /**
   * Change that the sensor makes when it reaches its service again; empty while none is known. Only
   * the server's own answer shows it.
   */
  public Optional<ServerState> pending() {
    return sensor
        .filter(known ->
            live.flatMap(answer ->
                    known.isOnboarded() ? answer.offboardingValue() : answer.onboardingInfo())
                .orElse(false))
        .map(known ->
            known.isOnboarded() ? ServerState.OFFBOARDING_PENDING : ServerState.ONBOARDING_PENDING);
  }

  /** Time of its hardware inventory. */
  public Optional<Instant> inventoried() {
    return presence.flatMap(Presence::inventoried);
  }
}
