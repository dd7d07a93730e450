package dev.garrison.ring;

import java.util.Set;

/**
 * Progress of a server with a deployment, best first; of two rows for one server, the worse counts.
 * Success means that detection found the sensor reporting to the manifest's tenant.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/apps/sms_appdeploymentassetdetails-server-wmi-class">SMS_AppDeploymentAssetDetails,
 *     StatusType</a>
 */
public enum DeploymentProgress {
  ONBOARDED,
  UNDER_WAY,
  NOT_READY,
  SILENT,
  FAILED;

  /** EnforcementState of a deployment that only simulates: it installs nothing. */
  public static final long SIMULATED = 1002;

  /**
   * Exit codes with which Garrison's scripts refuse a server for what it is, and change nothing
   * (F20). All others are failures, broken content of Garrison's own among them.
   */
  private static final Set<Long> REFUSALS =
      Set.of(20003L, 20004L, 20005L, 20006L, 20007L, 20008L, 20014L);

  /** Checks whether a script with this exit code refused the server. */
  public static boolean isRefusal(long errorCode) {
    return REFUSALS.contains(errorCode);
  }

  /**
   * Progress with the exit code of a failure, 0 where none is known. A server that a script refused
   * is not ready.
   */
  public static DeploymentProgress of(long statusType, long enforcementState, long errorCode) {
    DeploymentProgress reported = of(statusType, enforcementState);
    return reported == FAILED && isRefusal(errorCode) ? NOT_READY : reported;
  }

  /**
   * Progress for a StatusType and an EnforcementState. An unknown number is silence, never success,
   * and so is a success that was only simulated.
   */
  public static DeploymentProgress of(long statusType, long enforcementState) {
    return switch (Math.toIntExact(Math.clamp(statusType, 0L, 6L))) {
      case 1 -> enforcementState == SIMULATED ? SILENT : ONBOARDED;
      case 2 -> UNDER_WAY;
      case 3 -> NOT_READY;
      case 5 -> FAILED;
      default -> SILENT;
    };
  }
}
