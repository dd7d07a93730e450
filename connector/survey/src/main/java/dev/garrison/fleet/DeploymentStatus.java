package dev.garrison.fleet;

import dev.garrison.ring.DeploymentProgress;
import java.time.Instant;
import java.util.Optional;

/**
 * Deployment status of one server, as the site reports it.
 *
 * @param statusType 1 success, 2 in progress, 3 requirements not met, 4 unknown, 5 error; 0 for a
 *     policy
 * @param enforcementState the client's progress with the deployment
 * @param errorCode the exit code or HRESULT of a failure, unsigned; 0 where none is known
 * @param requirement the requirement that is not met; empty where the site does not report it
 * @param since start of this state, as far as the site reports it
 * @param recent whether the deployment is younger than the interval at which clients ask for policy
 */
public record DeploymentStatus(
    long statusType,
    long enforcementState,
    long errorCode,
    String requirement,
    Optional<Instant> since,
    boolean recent) {
  private static final long NO_TYPE = 0;
  private static final long NOTHING_HEARD = 4000;

  /** Largest number that the site uses. */
  private static final long UNSIGNED = 0xFFFF_FFFFL;

  /** Creates the status of a deployment that every client had the time to hear of. */
  public DeploymentStatus(
      long statusType,
      long enforcementState,
      long errorCode,
      String requirement,
      Optional<Instant> since) {
    this(statusType, enforcementState, errorCode, requirement, since, false);
  }

  /** The status of a server to which a policy is deployed: the site keeps no result of one. */
  public static DeploymentStatus ofPolicy(boolean recent) {
    return new DeploymentStatus(NO_TYPE, NOTHING_HEARD, 0, "", Optional.empty(), recent);
  }

  /** Limits the numbers to the site's 32 bits. */
  public DeploymentStatus {
    statusType = Math.clamp(statusType, 0, UNSIGNED);
    enforcementState = Math.clamp(enforcementState, 0, UNSIGNED);
    errorCode &= UNSIGNED;
  }

  /** Progress of the server. */
  public DeploymentProgress standing() {
    return DeploymentProgress.of(statusType, enforcementState, errorCode);
  }

  /** Checks whether this is the status of a policy, which tells nothing of the server. */
  public boolean isOfPolicy() {
    return statusType == NO_TYPE && enforcementState == NOTHING_HEARD;
  }

  /** Checks whether a script refused the server and changed nothing. */
  public boolean isRefused() {
    return attempt() == DeploymentProgress.FAILED && DeploymentProgress.isRefusal(errorCode);
  }

  /** Checks whether a script ran and failed, or refused the server. */
  boolean isUnsuccessful() {
    return standing() == DeploymentProgress.FAILED || isRefused();
  }

  private DeploymentProgress attempt() {
    return DeploymentProgress.of(statusType, enforcementState);
  }

  /**
   * Checks whether a client that has the deployment's policy may still act on it. It may if it is
   * in progress, has reported that it will retry, or has reported nothing that is understood.
   */
  public boolean mayStillRun() {
    return switch (attempt()) {
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
