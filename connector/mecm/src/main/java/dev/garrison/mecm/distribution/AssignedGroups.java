package dev.garrison.mecm.distribution;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the distribution point groups to which the content of applications was distributed. No
 * class with this fact has a public reader over the administration service, so a class that is
 * missing or empty proves nothing: then the next one is asked, and finally the distribution points'
 * reports, because a group with reports was given the content.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_dpgrouppackages-server-wmi-class">SMS_DPGroupPackages</a>
 */
public final class AssignedGroups {
  static final ODataQuery GROUPS =
      ODataQuery.of("SMS_DistributionPointGroup").keys("GroupID").select("Name", "MemberCount");
  static final ODataQuery PACKAGES =
      ODataQuery.of("SMS_ContentPackage").keys("PackageID").select("SecurityKey");
  static final ODataQuery OF_CONTENT =
      ODataQuery.of("SMS_DPGroupContentInfo").keys("GroupID", "ObjectID");
  static final ODataQuery OF_PACKAGES =
      ODataQuery.of("SMS_DPGroupPackages").keys("GroupID", "PkgID");
  private static final ODataQuery REPORTED =
      ODataQuery.of("SMS_DPGroupDistributionStatusDetails")
          .keys("ID")
          .select("ObjectID", "GroupID");

  private final AdminService site;
  private final Lookup lookup;

  public AssignedGroups(AdminService site) {
    this.site = site;
    this.lookup = new Lookup(site);
  }

  /** A distribution point group as the site lists it. */
  record Group(String id, String name, long members) {}

  List<Group> all() {
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

  /** The content package of each of these applications that already has one, by ModelName. */
  Map<String, String> packages(Collection<String> modelNames) {
    Map<String, String> packages = new HashMap<>();
    lookup.rows(
        PACKAGES,
        "SecurityKey",
        modelNames,
        row -> packages.put(row.textKey("SecurityKey"), row.textKey("PackageID")));
    return packages;
  }

  /** Names of the groups of each application that was distributed to any, by ModelName. */
  public Map<String, Set<String>> names(Collection<String> modelNames) {
    Map<String, Set<String>> ids = ids(packages(modelNames));
    if (ids.isEmpty()) {
      return ids;
    }
    Map<String, String> names = new HashMap<>();
    all().forEach(group -> names.put(group.id(), group.name()));
    ids.replaceAll((_, groups) -> {
      Set<String> named = new TreeSet<>();
      groups.forEach(id -> Optional.ofNullable(names.get(id)).ifPresent(named::add));
      return named;
    });
    return ids;
  }

  /**
   * GroupIDs of each application that was distributed to any, by ModelName.
   *
   * @param packages content package by ModelName
   */
  public Map<String, Set<String>> ids(Map<String, String> packages) {
    Map<String, Set<String>> ids = new HashMap<>();
    lookup.offeredRows(OF_CONTENT, "ObjectID", packages.keySet(), row -> add(ids, row));
    if (ids.isEmpty()) {
      Map<String, String> models = new HashMap<>();
      packages.forEach((model, packageId) -> models.put(packageId, model));
      lookup.offeredRows(
          OF_PACKAGES,
          "PkgID",
          packages.values(),
          row ->
              Optional.ofNullable(models.get(row.textKey("PkgID")))
                  .ifPresent(model -> add(ids, model, row)));
    }
    if (ids.isEmpty()) {
      lookup.offeredRows(REPORTED, "ObjectID", packages.keySet(), row -> add(ids, row));
    }
    return ids;
  }

  private static void add(Map<String, Set<String>> ids, Row row) {
    add(ids, row.textKey("ObjectID"), row);
  }

  private static void add(Map<String, Set<String>> ids, String model, Row row) {
    ids.computeIfAbsent(model, _ -> new TreeSet<>()).add(row.textKey("GroupID"));
  }
}
