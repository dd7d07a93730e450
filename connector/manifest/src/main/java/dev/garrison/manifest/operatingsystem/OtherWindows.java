package dev.garrison.manifest.operatingsystem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Kinds of Windows for servers that Garrison does not onboard, by the caption in inventory.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/minimum-requirements">Minimum
 *     requirements for Microsoft Defender for Endpoint</a>
 */
public enum OtherWindows {
  /** Supported by Microsoft from version 1803; always Server Core. */
  SEMI_ANNUAL_CHANNEL,
  /** Neither listed by Microsoft nor excluded. */
  STORAGE_SERVER,
  /** Any other. */
  OTHER;

  /** Beginnings of captions without a year. */
  private static final List<String> WITHOUT_YEAR =
      List.of("Microsoft Windows Server Standard", "Microsoft Windows Server Datacenter");

  /** Versions of the Semi-Annual Channel, whose captions are all the same. */
  private enum Version {
    V1709(16299, "1709"),
    V1803(17134, "1803"),
    V1809(17763, "1809"),
    V1903(18362, "1903"),
    V1909(18363, "1909"),
    V2004(19041, "2004"),
    V20H2(19042, "20H2");

    private final int build;
    private final String word;

    Version(int build, String word) {
      this.build = build;
      this.word = word;
    }

    static Optional<Version> of(String build) {
      return Arrays.stream(values())
          .filter(version -> Integer.toString(version.build).equals(build.strip()))
          .findFirst();
    }
  }

  /**
   * Completes a caption that names no release. Captions of the Semi-Annual Channel differ in the
   * build alone.
   *
   * @param caption from inventory
   * @param build from inventory
   */
  public static String named(String caption, String build) {
    if (of(caption) != SEMI_ANNUAL_CHANNEL || build.isBlank()) {
      return caption;
    }
    return Version.of(build)
        .map(version -> caption + ", version " + version.word)
        .orElse(caption + ", build " + build.strip());
  }

  /** Determines the kind by a caption, completed or not. */
  public static OtherWindows of(String caption) {
    if (WITHOUT_YEAR.stream().anyMatch(caption::startsWith)) {
      return SEMI_ANNUAL_CHANNEL;
    }
    return caption.contains("Windows Storage Server") ? STORAGE_SERVER : OTHER;
  }
}
