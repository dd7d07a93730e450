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
  WINDOWS_11("11", "Microsoft Windows 11 Enterprise", 26100, 1_742);

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

  /** A server that has the sensor in it. */
  OperatingSystem(String release, int build, int revision) {
    this(
        release,
        "Microsoft Windows Server " + release + " Standard",
        "10.0",
        build,
        revision,
        "Windows Server " + release);
  }

  /** A client. */
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

  /** Whether the sensor is no part of it, so that an agent has to be installed. */
  public boolean needsAgent() {
    return this == SERVER_2012_R2 || this == SERVER_2016;
  }

  /** Whether it is a server. */
  public boolean isServer() {
    return caption.contains("Server");
  }

  /** SMS_G_System_OPERATING_SYSTEM.Caption. */
  public String caption() {
    return caption;
  }

  /** The build as text, as inventory has it. */
  public String build() {
    return Integer.toString(build);
  }

  /** Whether it came out no earlier than another one. */
  boolean isNoEarlierThan(OperatingSystem other) {
    return build >= other.build;
  }

  /** The fourth number of a computer's version that is up to date. */
  int revision() {
    return revision;
  }

  /** What a computer has that is up to date. */
  List<String> updates() {
    if (this == SERVER_2012_R2) {
      return List.of("KB2919355", "KB2999226", "KB3045999", "KB3080149");
    }
    return this == SERVER_2016 ? List.of("KB5034862", "KB5034767") : List.of("KB5034768");
  }

  /** The first part of the titles of sensor updates for it; empty where there are none. */
  public String family() {
    return family;
  }

  /** The build. */
  public int buildNumber() {
    return build;
  }

  /** The first number of the version. */
  public int major() {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  /** The second number of the version. */
  public int minor() {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  /** 3 for a server, 1 for a client: wProductType of OSVERSIONINFOEX. */
  public int productType() {
    return isServer() ? 3 : 1;
  }

  /** The caption without the maker. */
  public String product() {
    return caption.substring("Microsoft ".length());
  }

  /** Version and build. */
  public String version() {
    return version + "." + build;
  }

  /** SMS_R_System.OperatingSystemNameandVersion, which knows no builds. */
  public String discovered() {
    return "Microsoft Windows NT " + (isServer() ? "Server " : "Workstation ") + version;
  }
}
