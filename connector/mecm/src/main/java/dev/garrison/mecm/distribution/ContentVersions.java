package dev.garrison.mecm.distribution;

import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Versions of content packages that contain the content of an application's latest revision. The
 * site adds new content to the package some seconds after the revision, as a new version.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_packagetocontent-server-wmi-class">SMS_PackageToContent</a>
 */
final class ContentVersions {
  private static final String PARTS = "SMS_PackageToContent";

  static final ODataQuery DEPLOYMENT_TYPES =
      ODataQuery.of("SMS_DeploymentType")
          .keys("CI_ID")
          .select("AppModelName", "ContentId", "IsLatest");
  static final ODataQuery CONTENTS =
      ODataQuery.of(PARTS)
          .keys("ContentID", "PackageID")
          .select("ContentUniqueID", "MinPackageVersion");
  static final ODataQuery VERSIONS =
      ODataQuery.of(DistributionReader.PACKAGE).keys("PackageID").select("SourceVersion");

  private final Map<String, Set<String>> contents = new HashMap<>();
  private final Map<String, Map<String, Long>> parts = new HashMap<>();
  private final Map<String, Long> latest = new HashMap<>();

  /**
   * Reads the versions with three queries.
   *
   * @param packages content package by ModelName
   */
  ContentVersions read(Lookup lookup, Map<String, String> packages) {
    lookup.rows(DEPLOYMENT_TYPES, "AppModelName", packages.keySet(), this::deploymentType);
    lookup.offeredRows(CONTENTS, "PackageID", packages.values(), this::part);
    lookup.rows(
        VERSIONS,
        "PackageID",
        packages.values(),
        row -> latest.put(row.textKey("PackageID"), row.number("SourceVersion", Long.MAX_VALUE)));
    return this;
  }

  void deploymentType(Row row) {
    String content = key(row.text("ContentId"));
    if (row.flag("IsLatest") && !content.isEmpty()) {
      contents.computeIfAbsent(row.textKey("AppModelName"), _ -> new HashSet<>()).add(content);
    }
  }

  void part(Row row) {
    parts
        .computeIfAbsent(row.textKey("PackageID"), _ -> new HashMap<>())
        .merge(
            key(row.text("ContentUniqueID")),
            row.number("MinPackageVersion", Long.MAX_VALUE),
            Math::max);
  }

  private static String key(String content) {
    return content.toLowerCase(Locale.ROOT);
  }

  /**
   * The version that a distribution point must have; empty while the package lacks the content. A
   * package without any part shows nothing about content: then its latest version is needed.
   */
  OptionalLong needed(String modelName, String packageId) {
    Map<String, Long> there = parts.getOrDefault(packageId, Map.of());
    Set<String> wanted = contents.getOrDefault(modelName, Set.of());
    if (there.isEmpty() || wanted.isEmpty()) {
      return OptionalLong.of(latest.getOrDefault(packageId, Long.MAX_VALUE));
    }
    return there.keySet().containsAll(wanted)
        ? wanted.stream().mapToLong(there::get).max()
        : OptionalLong.empty();
  }
}
