package dev.garrison.fleet;

import dev.garrison.fleet.antivirus.AntivirusEvidence;
import dev.garrison.fleet.antivirus.AntivirusRules;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.ring.DeploymentProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All known facts about one server of a ring.
 *
 * @param id ResourceID
 * @param system Caption of its operating system by inventory; empty where it sent none
 * @param presence empty where the site has no record of the device
 * @param twin ResourceID of another record of the same name that is in use
 * @param onboarding the worst of the ring's onboarding deployments; empty while none targets it
 * @param mode the worst of the ring's antivirus mode deployments
 * @param settings the worst of the ring's deployments of sample sharing and proxies
 * @param sensor empty where there is no report of it
 * @param asked whether the server itself was asked
 * @param antivirus all that is reported of its antivirus
 * @param wanted mode of Microsoft Defender Antivirus that its ring wants
 */
public record Server(
    long id,
    String name,
    String ring,
    String system,
    Optional<Presence> presence,
    Optional<Long> twin,
    Optional<DeploymentStatus> onboarding,
    Optional<DeploymentStatus> mode,
    Optional<DeploymentStatus> settings,
    Optional<Sensor> sensor,
    boolean asked,
    AntivirusEvidence antivirus,
    Antivirus wanted) {
  private static final Duration FARTHEST_ZONE = Duration.ofHours(14);

  /** Answer of the server itself; empty while there is none. */
  public Optional<LiveAnswer> live() {
    return antivirus.live();
  }

  /**
   * The antivirus that protects it today. Onboarding installs Microsoft Defender Antivirus or
   * changes its mode, so inventory from before the deployment's success tells nothing of it.
   */
  public AntivirusState protection() {
    boolean before =
        onboarding
            .filter(status -> status.standing() == DeploymentProgress.ONBOARDED)
            .flatMap(DeploymentStatus::since)
            .flatMap(since -> inventoried().map(since::isAfter))
            .orElse(false);
    return AntivirusRules.of(
        before && !antivirus.isSinceOnboarding(Onboarding.needsAgent(this))
            ? antivirus.withoutDefender()
            : antivirus,
        sensor.filter(report -> report.state() == 0).isPresent());
  }

  /**
   * Change that the sensor makes when it reaches its service again; empty while none is known. Only
   * the server's own answer shows it.
   */
  public Optional<ServerState> pending() {
    return sensor
        .filter(known ->
            live()
                .flatMap(answer ->
                    known.isOnboarded() ? answer.offboardingValue() : answer.onboardingInfo())
                .orElse(false))
        .map(known ->
            known.isOnboarded() ? ServerState.OFFBOARDING_PENDING : ServerState.ONBOARDING_PENDING);
  }

  /**
   * Checks whether Windows was installed again, or upgraded, after a deployment ended. InstallDate
   * is in the server's time zone, which may be 14 hours ahead.
   */
  public boolean isReinstalledSince(DeploymentStatus status) {
    Optional<Instant> installed = presence.flatMap(Presence::installed);
    return status
        .since()
        .filter(_ ->
            status.standing() != DeploymentProgress.UNDER_WAY
                && status.standing() != DeploymentProgress.SILENT)
        .filter(since -> installed.filter(since.plus(FARTHEST_ZONE)::isBefore).isPresent())
        .isPresent();
  }

  /** A deployment that failed or was refused, unless Windows was installed again since. */
  public Optional<DeploymentStatus> unsuccessful(Optional<DeploymentStatus> deployed) {
    return deployed
        .filter(DeploymentStatus::isUnsuccessful)
        .filter(status -> !isReinstalledSince(status));
  }

  /** Time of its hardware inventory. */
  public Optional<Instant> inventoried() {
    return presence.flatMap(Presence::inventoried);
  }
}
