package dev.garrison.takeover.seen;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.distribution.AssignedGroups;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads collections, distribution point groups, and the tenants of devices. */
final class SurroundingsReader {
  private static final int DEVICES = 2;
  private static final long ONBOARDED = 1;
  private static final ODataQuery COLLECTIONS =
      ODataQuery.of("SMS_Collection")
          .keys("CollectionID")
          .select("Name", "Comment", "MemberCount", "IsBuiltIn", "LimitToCollectionID");
  private static final String SENSOR = "SMS_G_System_AdvancedThreatProtectionHealthStatus";
  private static final ODataQuery SENSORS =
      ODataQuery.of(SENSOR).keys("ResourceID").select("OnboardingState", "OrgId");

  private final AdminService site;

  SurroundingsReader(AdminService site) {
    this.site = site;
  }

  List<SeenCollection> collections() {
    List<Row> rows = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    site.query(
        COLLECTIONS.where(ODataFilter.equal("CollectionType", DEVICES)),
        node -> {
          Row row = new Row(node);
          rows.add(row);
          names.put(row.textKey("CollectionID"), row.text("Name"));
        });
    return rows.stream()
        .map(row ->
            new SeenCollection(
                row.textKey("CollectionID"),
                row.text("Name"),
                row.text("Comment"),
                row.number("MemberCount", 0),
                row.flag("IsBuiltIn"),
                names.getOrDefault(
                    row.text("LimitToCollectionID"), row.text("LimitToCollectionID"))))
        .toList();
  }

  /** Names of the groups to which these applications were distributed, by ModelName. */
  Map<String, Set<String>> groups(Set<String> models) {
    return new AssignedGroups(site).names(models);
  }

  /**
   * Counts the devices of each tenant. Counted while they arrive: a few bytes for each tenant,
   * regardless of the number of devices.
   */
  SortedMap<String, Long> tenants() {
    SortedMap<String, Long> tenants = new TreeMap<>();
    if (site.capabilities().offers(SENSOR)) {
      site.query(
          SENSORS,
          node -> {
            Row row = new Row(node);
            String tenant = row.text("OrgId").toLowerCase(Locale.ROOT);
            if (row.number("OnboardingState", 0) == ONBOARDED && !tenant.isBlank()) {
              tenants.merge(tenant, 1L, Long::sum);
            }
          });
    }
    return tenants;
  }
}
