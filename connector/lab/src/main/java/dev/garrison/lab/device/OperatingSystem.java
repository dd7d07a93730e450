package dev.garrison.lab.device;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;

/**
 * Operating systems of the simulated computers, as hardware inventory and discovery name them.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-server/get-started/windows-server-release-info">
 *     Windows Server release information</a>
 */
public enum OperatingSystem {
  SERVER_2012_R2("2012R2", "Microsoft Windows Server 2012 R2 Standard", "6.3", "9600"),
  SERVER_2016("2016", "Microsoft Windows Server 2016 Standard", "10.0", "14393"),
  SERVER_2019("2019", "Microsoft Windows Server 2019 Standard", "10.0", "17763"),
  SERVER_2022("2022", "Microsoft Windows Server 2022 Standard", "10.0", "20348"),
  SERVER_2025("2025", "Microsoft Windows Server 2025 Standard", "10.0", "26100"),
  WINDOWS_10("10", "Microsoft Windows 10 Enterprise", "10.0", "19045"),
  SERVER_2012("2012", "Microsoft Windows Server 2012 Standard", "6.2", "9200"),
  WINDOWS_11("11", "Microsoft Windows 11 Enterprise", "10.0", "26100");

  private final String shortName;
  private final String caption;
  private final String version;
  private final String build;

  OperatingSystem(String shortName, String caption, String version, String build) {
    this.shortName = shortName;
    this.caption = caption;
    this.version = version;
    this.build = build;
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
    return build;
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
