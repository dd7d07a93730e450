package dev.garrison.mecm.distribution;

import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.distribution.AssignedGroups.Group;
import dev.garrison.mecm.distribution.ContentDistribution.Phase;
import dev.garrison.mecm.odata.ODataQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the distribution status of applications' content. The assigned groups are a decision and
 * show at once; the status of each group is reported by the site from half a minute later on.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_dpgroupdistributionstatusdetails-server-wmi-class">SMS_DPGroupDistributionStatusDetails</a>
 */
final class DistributionReader {
  static final String GROUP = "SMS_DistributionPointGroup";
  static final String PACKAGE = "SMS_ContentPackage";
  private static final String STATUS = "SMS_DPGroupDistributionStatusDetails";
  private static final String ON_POINT = "SMS_PackageStatusDistPointsSummarizer";

  private static final String MESSAGE = "MessageID";

  private static final ODataQuery REPORTS =
      ODataQuery.of(STATUS)
          .keys("ID")
          .select("ObjectID", "GroupID", "DPName", "MessageState", "StatusTime");
  private static final ODataQuery POINTS =
      ODataQuery.of(ON_POINT)
          .keys("PackageID", "ServerNALPath", "SiteCode")
          .select("SourceVersion");

  private final Lookup lookup;
  private final AssignedGroups groups;
  private final GroupPhase phases;

  DistributionReader(AdminService site, GroupPhase phases) {
    this.lookup = new Lookup(site);
    this.groups = new AssignedGroups(site);
    this.phases = phases;
  }

  static Assumption assumption() {
    return Assumption.of(
            AssignedGroups.GROUPS,
            AssignedGroups.PACKAGES,
            REPORTS,
            POINTS,
            ContentVersions.DEPLOYMENT_TYPES,
            ContentVersions.VERSIONS)
        .optional(STATUS + "." + MESSAGE, Text.of("distribution.unseen-reason").toString())
        .optional(AssignedGroups.OF_CONTENT, Text.of("distribution.other-class").toString())
        .optional(AssignedGroups.OF_PACKAGES, Text.of("distribution.reports").toString())
        .optional(ContentVersions.CONTENTS, Text.of("distribution.latest").toString());
  }

  List<Group> groups() {
    return groups.all();
  }

  /** The content package of each of these applications that already has one. */
  Map<String, String> packages(Collection<String> modelNames) {
    return groups.packages(modelNames);
  }

  /**
   * Status of a group.
   *
   * @param failures its distribution points that failed, however many are enough
   */
  record GroupStatus(Phase phase, PointFailures failures) {}

  /** The status of each group that has an application's content, by the group's name. */
  Map<String, SortedMap<String, GroupStatus>> statuses(Collection<String> modelNames) {
    Map<String, String> packages = packages(modelNames);
    Map<String, Set<String>> assigned = groups.ids(packages);
    if (assigned.isEmpty()) {
      return Map.of();
    }
    Map<String, Group> listed = new HashMap<>();
    groups().forEach(group -> listed.put(group.id(), group));
    PointReports reports = new PointReports();
    lookup.rows(
        lookup.site().capabilities().offers(STATUS + "." + MESSAGE)
            ? REPORTS.also(MESSAGE)
            : REPORTS,
        "ObjectID",
        packages.keySet(),
        reports::status);
    lookup.rows(POINTS, "PackageID", packages.values(), reports::version);
    ContentVersions versions = new ContentVersions().read(lookup, packages);
    Map<String, SortedMap<String, GroupStatus>> result = new HashMap<>();
    packages.forEach((modelName, packageId) -> {
      SortedMap<String, GroupStatus> ofGroups = new TreeMap<>();
      for (String id : assigned.getOrDefault(modelName, Set.of())) {
        Group group = listed.getOrDefault(id, new Group(id, id, 0));
        ofGroups.put(
            group.name(),
            status(
                group,
                reports.of(modelName, id, packageId, versions.needed(modelName, packageId))));
      }
      result.put(modelName, ofGroups);
    });
    return result;
  }

  private GroupStatus status(Group group, SortedMap<String, PointReports.Report> reports) {
    TreeMap<String, Long> failed = new TreeMap<>();
    reports.forEach((point, report) -> {
      if (GroupPhase.failed(report.state())) {
        failed.put(point, report.message());
      }
    });
    return new GroupStatus(
        phases.of(
            group.members(), reports.values().stream().map(PointReports.Report::state).toList()),
        new PointFailures(group.name(), group.members(), failed));
  }
}
