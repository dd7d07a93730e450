package dev.garrison.lab.device;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.List;

/**
 * Operating systems of the simulated computers, as hardware inventory and discovery name them.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-server/get-started/windows-server-release-info">
 *     Windows Server release information</a>
 */
public enum OperatingSystem {
  SERVER_2012_R2("2012R2", "Microsoft Windows Server 2012 R2 Standard", "6.3", 9600, 21_820, ""),
  SERVER_2016("2016", "Microsoft Windows Server 2016 Standard", "10.0", 14393, 6_709, ""),
  SERVER_2019("2019", 17763, 5_458),
  SERVER_2022("2022", 20348, 2_322),
  SERVER_2025("2025", 26100, 1_742),
  WINDOWS_10("10", "Microsoft Windows 10 Enterprise", 19045, 4_046),
  SERVER_2012("2012", "Microsoft Windows Server 2012 Standard", "6.2", 9200, 24_710, ""),
  WINDOWS_11("11", "Microsoft Windows 11 Enterprise", 26100, 1_742),
  /** Version 1809 of the Semi-Annual Channel, whose caption has no year. */
  SERVER_1809("1809", "Microsoft Windows Server Datacenter", "10.0", 17763, 5_458, ""),
  STORAGE_2016(
      "storage2016", "Microsoft Windows Storage Server 2016 Standard", "10.0", 14393, 6_709, "");

  private final String shortName;
  private final String caption;
  private final String version;
  private final int build;
  private final int revision;
  private final String family;

  OperatingSystem(
      String shortName, String caption, String version, int build, int revision, String family) {
    this.shortName = shortName;
    this.caption = caption;
    this.version = version;
    this.build = build;
    this.revision = revision;
    this.family = family;
  }

  /** Creates a server that includes the sensor. */
  OperatingSystem(String release, int build, int revision) {
    this(
        release,
        "Microsoft Windows Server " + release + " Standard",
        "10.0",
        build,
        revision,
        "Windows Server " + release);
  }

  /** Creates a Windows client. */
  OperatingSystem(String shortName, String caption, int build, int revision) {
    this(shortName, caption, "10.0", build, revision, "Windows 10/11");
  }

  /** Reads the site file's short name. */
  @JsonCreator
  public static OperatingSystem of(String name) {
    return Arrays.stream(values())
        .filter(system -> system.shortName.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operating system '" + name + "'"));
  }

  /** Whether it does not include the sensor, so that an agent must be installed. */
  public boolean needsAgent() {
    return this == SERVER_2012_R2 || this == SERVER_2016 || this == STORAGE_2016;
  }

  /** Whether it is a server. */
  public boolean isServer() {
    return caption.contains("Server");
  }

  /** Value of SMS_G_System_OPERATING_SYSTEM.Caption. */
  public String caption() {
    return caption;
  }

  /** Build as text, as inventory has it. */
  public String build() {
    return Integer.toString(build);
  }

  /** Whether it was released no earlier than another system. */
  boolean isNoEarlierThan(OperatingSystem other) {
    return build >= other.build;
  }

  /** Fourth number of the version of an up-to-date computer. */
  int revision() {
    return revision;
  }

  /** Updates that an up-to-date computer has. */
  List<String> updates() {
    if (this == SERVER_2012_R2) {
      return List.of("KB2919355", "KB2999226", "KB3045999", "KB3080149");
    }
    return this == SERVER_2016 ? List.of("KB5034862", "KB5034767") : List.of("KB5034768");
  }

  /** First part of the titles of sensor updates for it; empty if they have no such part. */
  public String family() {
    return family;
  }

  /** Build number. */
  public int buildNumber() {
    return build;
  }

  /** First number of the version. */
  public int major() {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  /** Second number of the version. */
  public int minor() {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  /** wProductType of OSVERSIONINFOEX: 3 for a server, 1 for a client. */
  public int productType() {
    return isServer() ? 3 : 1;
  }

  /** Caption without the manufacturer. */
  public String product() {
    return caption.substring("Microsoft ".length());
  }

  /** Version and build. */
  public String version() {
    return version + "." + build;
  }

  /** Value of SMS_R_System.OperatingSystemNameandVersion, which has no build number. */
  public String discovered() {
    return "Microsoft Windows NT " + (isServer() ? "Server " : "Workstation ") + version;
  }
}
