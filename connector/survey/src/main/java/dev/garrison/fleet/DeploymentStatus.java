package dev.garrison.fleet;

import dev.garrison.ring.DeploymentProgress;
import java.time.Instant;
import java.util.Optional;

/**
 * What the site says of one server and one deployment.
 *
 * @param statusType 1 success, 2 in progress, 3 requirements not met, 4 unknown, 5 error
 * @param enforcementState what the client does with it
 * @param errorCode the exit code or HRESULT of a failure, unsigned; 0 where none is known
 * @param requirement what is not met; empty where the site does not say
 * @param since since when, as far as the site tells
 */
public record DeploymentStatus(
    long statusType,
    long enforcementState,
    long errorCode,
    String requirement,
    Optional<Instant> since) {
  /** The largest of the site's numbers. */
  private static final long UNSIGNED = 0xFFFF_FFFFL;

  /** Numbers outside of the site's 32 bits are cut to them. */
  public DeploymentStatus {
    statusType = Math.clamp(statusType, 0, UNSIGNED);
    enforcementState = Math.clamp(enforcementState, 0, UNSIGNED);
    errorCode &= UNSIGNED;
  }

  /** How far the server is. */
  public DeploymentProgress standing() {
    return DeploymentProgress.of(statusType);
  }

  /**
   * Whether a client that has the deployment's policy may yet act on it: it is at it, has said that
   * it tries again, or has said nothing that is understood.
   */
  public boolean mayStillRun() {
    return switch (standing()) {
      case UNDER_WAY, SILENT -> true;
      case FAILED ->
          EnforcementState.of(enforcementState)
              .filter(state -> state == EnforcementState.RETRY_AFTER_FAILURE)
              .isPresent();
      case ONBOARDED, NOT_READY -> false;
    };
  }

  /** EnforcementState in words. */
  public String state() {
    return EnforcementState.words(enforcementState);
  }
}
