package dev.garrison.ring;

/**
 * How far a server is with a deployment, from best to worst: of two rows for one server the worse
 * counts. Success means that detection saw the sensor report to our tenant.
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

  /** What a StatusType says. A number that is not known is silence, never success. */
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
