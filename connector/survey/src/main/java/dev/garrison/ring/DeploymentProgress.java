package dev.garrison.ring;

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
