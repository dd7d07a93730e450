package dev.garrison.mecm.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Releases of Windows Server as a site knows them.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/core/plan-design/configs/supported-operating-systems-for-clients-and-devices">Supported
 *     OS versions for clients</a>
 */
public enum ServerPlatform {
  WINDOWS_SERVER_2012_R2(9600, Since.ALWAYS, "Windows/All_x64_Windows_Server_2012_R2"),
  WINDOWS_SERVER_2016(14393, Since.ALWAYS, "Windows/All_x64_Windows_Server_2016"),
  WINDOWS_SERVER_2019(17763, Since.ALWAYS, "Windows/All_x64_Windows_Server_2019_and_higher"),
  WINDOWS_SERVER_2022(20348, Since.ALWAYS, "Windows/All_x64_Windows_Server_2022_and_higher"),
  /** No public requirement rule exists for it. */
  WINDOWS_SERVER_2025(26100, Since.RELEASE_2409, null);

  /** First site version that manages clients of a release. */
  private enum Since {
    /** The earliest site version that Garrison supports. */
    ALWAYS(0),
    RELEASE_2409(9132);

    private final int build;

    Since(int build) {
      this.build = build;
    }
  }

  private final int build;
  private final Since since;
  private final @Nullable String rule;

  ServerPlatform(int build, Since since, @Nullable String rule) {
    this.build = build;
    this.since = since;
    this.rule = rule;
  }

  /**
   * The platform with this build number of Windows.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ServerPlatform ofBuild(int build) {
    return Arrays.stream(values())
        .filter(platform -> platform.build == build)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no platform has the build " + build));
  }

  /** Releases that a site of this version does not manage. */
  static List<ServerPlatform> beyond(SiteVersion version) {
    return Arrays.stream(values())
        .filter(platform -> !platform.isManagedBy(Optional.of(version)))
        .toList();
  }

  /**
   * Whether a site manages clients of this release.
   *
   * @param version the site's; if it is unknown, only releases that every site manages are included
   */
  public boolean isManagedBy(Optional<SiteVersion> version) {
    return since == Since.ALWAYS || version.filter(site -> !site.isBefore(since.build)).isPresent();
  }

  /** The product name, such as {@code Windows Server 2025}. */
  public String product() {
    return name().replace('_', ' ').replace("WINDOWS SERVER", "Windows Server");
  }

  /**
   * The site release that manages it, such as {@code 2409}.
   *
   * @throws IllegalStateException when every site does
   */
  public String managedFrom() {
    return new SiteVersion(5, 0, since.build, 0)
        .release()
        .orElseThrow(() -> new IllegalStateException("every site manages " + this));
  }

  /**
   * The operand of an application's requirement rule. From 2016 on, it means this release and
   * higher, so it alone does not distinguish releases.
   */
  public Optional<String> rule() {
    return Optional.ofNullable(rule);
  }
}
