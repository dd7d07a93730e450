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

  /** Progress for a StatusType. An unknown number is silence, never success. */
  public static DeploymentProgress of(long statusType) {
    return switch (Math.toIntExact(Math.clamp(statusType, 0L, 6L))) {
      case 1 -> ONBOARDED;
      case 2 -> UNDER_WAY;
      case 3 -> NOT_READY;
      case 5 -> FAILED;
      default -> SILENT;
    };
  }
}
