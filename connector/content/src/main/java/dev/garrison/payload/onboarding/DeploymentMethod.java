package dev.garrison.payload.onboarding;

/**
 * How a package wants to be deployed, told by its content.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/onboard-server">Onboard servers</a>
 */
public enum DeploymentMethod {
  /**
   * A script that asks nothing. The package for old versions of Configuration Manager is the same.
   */
  GROUP_POLICY("Group Policy"),
  /** A script that asks a person, for up to ten devices. */
  LOCAL_SCRIPT("local script"),
  /** The script of Group Policy, with another one for non-persistent machines beside it. */
  VDI("VDI"),
  /** A file for a policy. Both products take the same. */
  CONFIGURATION_MANAGER_OR_MDM("Configuration Manager or MDM"),
  /** The blob wrapped once more, as on Linux and macOS. */
  OTHER_SYSTEM("Linux or macOS");

  private final String title;

  DeploymentMethod(String title) {
    this.title = title;
  }

  /** As the portal calls it. */
  public String title() {
    return title;
  }
}
