package dev.garrison.payload.onboarding;

/**
 * Deployment method of a package, determined by its content.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/onboard-server">Onboard servers</a>
 */
public enum DeploymentMethod {
  /**
   * A script that asks no questions. The package for old versions of Configuration Manager is the
   * same.
   */
  GROUP_POLICY,
  /** A script that asks a person, for up to ten devices. */
  LOCAL_SCRIPT,
  /** The script of Group Policy, together with another one for non-persistent machines. */
  VDI,
  /** A file for a policy. Both products use the same file. */
  CONFIGURATION_MANAGER_OR_MDM,
  /** The blob in a further wrapper, as on Linux and macOS. */
  OTHER_SYSTEM
}
