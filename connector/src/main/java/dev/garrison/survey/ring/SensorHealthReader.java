package dev.garrison.survey.ring;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.rollout.RingHealth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts the servers of rings on the client-setting route by what hardware inventory says of their
 * sensor (class SMS_G_System_AdvancedThreatProtectionHealthStatus), for Configuration Manager keeps
 * no result of its own installation that is documented. So a server that failed is as silent there
 * as one that has not begun, and everything is as old as inventory. One streamed request for each
 * of our collections, and one for all sensors.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/protect/deploy-use/defender-advanced-threat-protection">Microsoft
 *     Defender for Endpoint in Configuration Manager</a>
 */
final class SensorHealthReader {
  static final String SENSOR = "SMS_G_System_AdvancedThreatProtectionHealthStatus";

  private static final ODataQuery SENSORS =
      ODataQuery.of(SENSOR).keys("ResourceID").select("OnboardingState", "OrgId");

  private static final long ONBOARDED = 1;

  private final AdminService service;
  private final SiteCollections collections;

  SensorHealthReader(AdminService service, SiteCollections collections) {
    this.service = service;
    this.collections = collections;
  }

  /** What inventory says of a ring's servers, while it is counted. */
  private static final class Count {
    private int members;
    private int onboarded;
    private int elsewhere;
    private int underWay;

    RingHealth health() {
      int silent = Math.max(0, members - onboarded - elsewhere - underWay);
      return new RingHealth(onboarded, 0, underWay, elsewhere, silent);
    }
  }

  /**
   * By ring; a ring without deployments is left out.
   *
   * @param policies deployments of ours by name
   */
  Map<String, RingHealth> read(Manifest manifest, Map<String, DeploymentFact> policies) {
    Map<String, Count> counts = new HashMap<>();
    Map<Long, Count> servers = new HashMap<>();
    for (Ring ring : manifest.rings()) {
      if (opened(manifest, ring, policies)) {
        Count count = new Count();
        counts.put(ring.name(), count);
        parts(manifest, ring).forEach(id -> members(id, count, servers));
      }
    }
    if (!servers.isEmpty() && service.capabilities().offers(SENSOR)) {
      String tenant = manifest.tenant().orgId().toString();
      service.query(
          SENSORS,
          node -> {
            Row row = new Row(node);
            Count count = servers.get(row.number("ResourceID", 0));
            if (count != null) {
              add(row, tenant, count);
            }
          });
    }
    Map<String, RingHealth> health = new HashMap<>();
    counts.forEach((ring, count) -> health.put(ring, count.health()));
    return health;
  }

  private static boolean opened(
      Manifest manifest, Ring ring, Map<String, DeploymentFact> policies) {
    return manifest.operatingSystems().stream()
        .map(system -> manifest.naming().deploymentFor(manifest.name(), system, ring.name()))
        .anyMatch(policies::containsKey);
  }

  private Set<String> parts(Manifest manifest, Ring ring) {
    return manifest.operatingSystems().stream()
        .map(system -> manifest.naming().collectionFor(manifest.name(), system, ring.name()))
        .flatMap(name -> collections.only(name).stream())
        .map(CollectionFact::id)
        .collect(Collectors.toSet());
  }

  private void members(String collection, Count count, Map<Long, Count> servers) {
    service.query(
        RingCensus.MEMBERS.where(ODataFilter.equal("CollectionID", collection)),
        node -> {
          if (servers.put(new Row(node).number("ResourceID", 0), count) == null) {
            count.members++;
          }
        });
  }

  private static void add(Row row, String tenant, Count count) {
    if (row.number("OnboardingState", 0) != ONBOARDED) {
      count.underWay++;
    } else if (row.text("OrgId").equalsIgnoreCase(tenant)) {
      count.onboarded++;
    } else {
      count.elsewhere++;
    }
  }
}
