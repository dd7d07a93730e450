package dev.garrison.survey.point;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the compliance of a ring's servers with the current updates. It makes one request for the
 * ring's collection and one for each release, not counting pages. A server without a row is
 * unknown.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/sum/sms_updatecompliancestatus-server-wmi-class">SMS_UpdateComplianceStatus</a>
 */
final class ComplianceReader {
  private static final ODataQuery MEMBERS =
      ODataQuery.of("SMS_FullCollectionMembership")
          .keys("CollectionID", "ResourceID")
          .select("Name");
  private static final ODataQuery STATUSES =
      ODataQuery.of("SMS_UpdateComplianceStatus").keys("CI_ID", "MachineID").select("Status");
  private static final long UNKNOWN = 0;
  private static final long NOT_REQUIRED = 1;

  private final AdminService site;

  ComplianceReader(AdminService site) {
    this.site = site;
  }

  static Assumption assumption() {
    return Assumption.of(MEMBERS, STATUSES);
  }

  /**
   * Reads all rings together, so that each release is asked for once.
   *
   * @param collections the ID of each ring's collection, by the ring
   * @param current the current releases of the manifest's families and channels
   */
  Map<String, RingCompliance> read(Map<String, String> collections, List<SiteRelease> current) {
    Map<String, Map<Long, String>> members = new HashMap<>();
    collections.forEach((ring, collection) -> members.put(ring, members(collection)));
    Map<Long, Map<Long, Long>> statuses = new HashMap<>();
    for (SiteRelease release : current) {
      statuses.put(release.id(), statuses(release, members));
    }
    Map<String, RingCompliance> compliance = new HashMap<>();
    members.forEach((ring, servers) -> compliance.put(ring, of(servers, statuses)));
    return compliance;
  }

  private Map<Long, String> members(String collection) {
    Map<Long, String> members = new HashMap<>();
    site.query(
        MEMBERS.where(ODataFilter.equal("CollectionID", collection)),
        node -> {
          Row row = new Row(node);
          members.put(row.numberKey("ResourceID"), row.text("Name"));
        });
    return members;
  }

  private Map<Long, Long> statuses(SiteRelease release, Map<String, Map<Long, String>> members) {
    Map<Long, Long> statuses = new HashMap<>();
    site.query(
        STATUSES.where(ODataFilter.equal("CI_ID", release.id())),
        node -> {
          Row row = new Row(node);
          long machine = row.numberKey("MachineID");
          if (members.values().stream().anyMatch(ring -> ring.containsKey(machine))) {
            statuses.put(machine, row.number("Status", UNKNOWN));
          }
        });
    return statuses;
  }

  private static RingCompliance of(Map<Long, String> servers, Map<Long, Map<Long, Long>> statuses) {
    Map<Long, UpdateCounts> counts = new HashMap<>();
    List<String> none = new ArrayList<>();
    servers.forEach((machine, name) -> {
      boolean requiresNone = !statuses.isEmpty();
      for (Map.Entry<Long, Map<Long, Long>> release : statuses.entrySet()) {
        long status = release.getValue().getOrDefault(machine, UNKNOWN);
        counts.merge(
            release.getKey(), UpdateCounts.NONE.and(status), (before, _) -> before.and(status));
        requiresNone &= status == NOT_REQUIRED;
      }
      if (requiresNone) {
        none.add(name);
      }
    });
    return new RingCompliance(servers.size(), counts, none.stream().sorted().toList());
  }
}
