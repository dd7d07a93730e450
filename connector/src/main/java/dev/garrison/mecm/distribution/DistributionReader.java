package dev.garrison.mecm.distribution;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.distribution.ContentDistribution.Phase;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads how far the content of applications is. Which groups it was given to is what somebody
 * decided and shows at once; how far each is, the site reports half a minute later and on.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_dpgrouppackages-server-wmi-class">SMS_DPGroupPackages</a>
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_dpgroupdistributionstatusdetails-server-wmi-class">SMS_DPGroupDistributionStatusDetails</a>
 */
final class DistributionReader {
  static final String GROUP = "SMS_DistributionPointGroup";
  static final String PACKAGE = "SMS_ContentPackage";
  private static final String ASSIGNMENT = "SMS_DPGroupPackages";
  private static final String STATUS = "SMS_DPGroupDistributionStatusDetails";
  private static final String ON_POINT = "SMS_PackageStatusDistPointsSummarizer";

  private static final ODataQuery GROUPS =
      ODataQuery.of(GROUP).keys("GroupID").select("Name", "MemberCount");
  private static final ODataQuery PACKAGES =
      ODataQuery.of(PACKAGE).keys("PackageID").select("SecurityKey");
  private static final ODataQuery ASSIGNMENTS = ODataQuery.of(ASSIGNMENT).keys("GroupID", "PkgID");
  private static final ODataQuery GROUPS_OF_CONTENT =
      ODataQuery.of("SMS_DPGroupContentInfo").keys("GroupID", "ObjectID");
  private static final ODataQuery REPORTS =
      ODataQuery.of(STATUS)
          .keys("ID")
          .select("ObjectID", "GroupID", "DPName", "MessageState", "StatusTime");
  private static final ODataQuery POINTS =
      ODataQuery.of(ON_POINT)
          .keys("PackageID", "ServerNALPath", "SiteCode")
          .select("SourceVersion");

  private final AdminService site;
  private final GroupPhase phases;

  DistributionReader(AdminService site, GroupPhase phases) {
    this.site = site;
    this.phases = phases;
  }

  static Assumption assumption() {
    return Assumption.of(
            GROUPS,
            PACKAGES,
            REPORTS,
            POINTS,
            ContentVersions.DEPLOYMENT_TYPES,
            ContentVersions.VERSIONS)
        .optional(
            GROUPS_OF_CONTENT,
            "Which groups an application was given to is read from another class.")
        .optional(
            ASSIGNMENTS,
            "Which groups an application was given to is read from another class, at last from reports of points, which come some half a minute later.")
        .optional(
            ContentVersions.CONTENTS,
            "New content counts as sent when a point has the latest version of its package.");
  }

  /** A group of distribution points as the site lists it. */
  record Group(String id, String name, long members) {}

  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    site.query(
        GROUPS,
        node -> {
          Row row = new Row(node);
          groups.add(
              new Group(row.textKey("GroupID"), row.text("Name"), row.number("MemberCount", 0)));
        });
    return groups;
  }

  /** The content package of each of these applications that has one already. */
  Map<String, String> packages(Collection<String> modelNames) {
    Map<String, String> packages = new HashMap<>();
    inParts(
        PACKAGES,
        "SecurityKey",
        modelNames,
        row -> packages.put(row.textKey("SecurityKey"), row.textKey("PackageID")));
    return packages;
  }

  /** The phase of each group that an application was given to, by the group's name. */
  Map<String, SortedMap<String, Phase>> phases(Collection<String> modelNames) {
    Map<String, String> packages = packages(modelNames);
    Map<String, Set<String>> assigned = assigned(packages);
    if (assigned.isEmpty()) {
      return Map.of();
    }
    Map<String, Group> groups = new HashMap<>();
    groups().forEach(group -> groups.put(group.id(), group));
    PointReports reports = reports(packages);
    ContentVersions versions = new ContentVersions().read(site, this::inParts, packages);
    Map<String, SortedMap<String, Phase>> result = new HashMap<>();
    packages.forEach((modelName, packageId) -> {
      SortedMap<String, Phase> ofGroups = new TreeMap<>();
      for (String id : assigned.getOrDefault(modelName, Set.of())) {
        Group group = groups.getOrDefault(id, new Group(id, id, 0));
        ofGroups.put(
            group.name(),
            phases.of(
                group.members(),
                reports.states(modelName, id, packageId, versions.needed(modelName, packageId))));
      }
      result.put(modelName, ofGroups);
    });
    return result;
  }

  /**
   * The groups of each application. Nobody is known to read either class over the administration
   * service, so one that is missing or empty proves nothing: then the next is asked, and at last
   * the points' reports, for a group with reports was given the content.
   *
   * @param packages content package by ModelName
   */
  private Map<String, Set<String>> assigned(Map<String, String> packages) {
    Map<String, Set<String>> assigned = new HashMap<>();
    ifOffered(
        GROUPS_OF_CONTENT,
        "ObjectID",
        packages.keySet(),
        row -> add(assigned, row.textKey("ObjectID"), row));
    if (assigned.isEmpty()) {
      Map<String, String> models = new HashMap<>();
      packages.forEach((model, packageId) -> models.put(packageId, model));
      ifOffered(
          ASSIGNMENTS,
          "PkgID",
          packages.values(),
          row ->
              Optional.ofNullable(models.get(row.textKey("PkgID")))
                  .ifPresent(model -> add(assigned, model, row)));
    }
    boolean told = offers(GROUPS_OF_CONTENT) || offers(ASSIGNMENTS);
    if (!told) {
      PointReports reports = reports(packages);
      packages.keySet().stream()
          .filter(model -> !reports.groups(model).isEmpty())
          .forEach(model -> assigned.put(model, reports.groups(model)));
    }
    return assigned;
  }

  private static void add(Map<String, Set<String>> assigned, String model, Row row) {
    assigned.computeIfAbsent(model, _ -> new TreeSet<>()).add(row.textKey("GroupID"));
  }

  private boolean offers(ODataQuery query) {
    return query.members().stream().allMatch(site.capabilities()::offers);
  }

  private void ifOffered(
      ODataQuery query, String property, Collection<String> values, Consumer<Row> each) {
    if (!values.isEmpty() && offers(query)) {
      inParts(query, property, values, each);
    }
  }

  private PointReports reports(Map<String, String> packages) {
    PointReports reports = new PointReports();
    inParts(REPORTS, "ObjectID", packages.keySet(), reports::status);
    inParts(POINTS, "PackageID", packages.values(), reports::version);
    return reports;
  }

  private void inParts(
      ODataQuery query, String property, Collection<String> values, Consumer<Row> each) {
    for (ODataFilter some : ODataFilter.batchesOfTexts(property, values)) {
      site.query(query.where(some), node -> each.accept(new Row(node)));
    }
  }
}
