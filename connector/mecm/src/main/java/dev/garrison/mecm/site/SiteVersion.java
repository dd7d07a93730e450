package dev.garrison.mecm.site;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a site, a client or an update. Both spellings occur, {@code 5.00.9058.1043} and
 * {@code 5.0.9058.1043}, and mean the same. See <a
 * href="https://learn.microsoft.com/intune/configmgr/core/servers/manage/updates">Updates and
 * servicing for Configuration Manager</a>.
 *
 * @param build the third number, which identifies the release
 * @param revision the fourth number
 */
public record SiteVersion(int major, int minor, int build, int revision)
    implements Comparable<SiteVersion> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?");
  private static final Comparator<SiteVersion> ORDER =
      Comparator.comparingInt(SiteVersion::major)
          .thenComparingInt(SiteVersion::minor)
          .thenComparingInt(SiteVersion::build)
          .thenComparingInt(SiteVersion::revision);

  /** Build numbers of releases. The build number of 2603 is not public. */
  private static final NavigableMap<Integer, String> RELEASES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(8740, "1810"),
              Map.entry(8790, "1902"),
              Map.entry(8853, "1906"),
              Map.entry(8913, "1910"),
              Map.entry(8968, "2002"),
              Map.entry(9012, "2006"),
              Map.entry(9040, "2010"),
              Map.entry(9049, "2103"),
              Map.entry(9058, "2107"),
              Map.entry(9068, "2111"),
              Map.entry(9078, "2203"),
              Map.entry(9088, "2207"),
              Map.entry(9096, "2211"),
              Map.entry(9106, "2303"),
              Map.entry(9122, "2309"),
              Map.entry(9128, "2403"),
              Map.entry(9132, "2409"),
              Map.entry(9135, "2503"),
              Map.entry(9141, "2509")));

  public SiteVersion {
    if (major < 0 || minor < 0 || build < 0 || revision < 0) {
      throw new IllegalArgumentException("a version has no negative numbers");
    }
  }

  /** Parses a version; empty if the text is not one. */
  public static Optional<SiteVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SiteVersion(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)),
            matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4))));
  }

  /** The release's name, such as 2107; empty for a build that Garrison does not know. */
  public Optional<String> release() {
    return major == 5 ? Optional.ofNullable(RELEASES.get(build)) : Optional.empty();
  }

  /** Whether the release is newer than all that Garrison knows. */
  public boolean isNewerThanKnown() {
    return major > 5 || (major == 5 && build > RELEASES.lastKey());
  }

  /** Whether the release is earlier than the one with this build; builds between belong to it. */
  boolean isBefore(int otherBuild) {
    return major < 5 || (major == 5 && build < otherBuild);
  }

  @Override
  public int compareTo(SiteVersion other) {
    return ORDER.compare(this, other);
  }

  /** The version in the console's spelling: {@code 5.00.9058.1043}. */
  @Override
  public String toString() {
    return "%d.%02d.%d.%d".formatted(major, minor, build, revision);
  }
}
