package dev.garrison.survey.ring;

import dev.garrison.fleet.Onboarding;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingHealth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts the servers of rings on the client-setting route, by hardware inventory of their sensor.
 * The class is SMS_G_System_AdvancedThreatProtectionHealthStatus, because Configuration Manager
 * keeps no documented result of its own installation. So a server that failed is as silent there as
 * one that has not begun, and all results are as old as inventory. For passive rings, the
 * deployment of their mode reports more. On 2012 R2 and 2016 the sensor of the Microsoft Monitoring
 * Agent reports in the same class; a server that does not send the service Sense, which starts
 * automatically once it is onboarded, is not counted as onboarded. It makes one streamed request
 * for each of Garrison's collections, one for all sensors, and one for services where these systems
 * are.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/protect/deploy-use/defender-advanced-threat-protection">Microsoft
 *     Defender for Endpoint in Configuration Manager</a>
 */
final class SensorHealthReader {
  static final String SENSOR = "SMS_G_System_AdvancedThreatProtectionHealthStatus";

  private static final ODataQuery SENSORS =
      ODataQuery.of(SENSOR).keys("ResourceID").select("OnboardingState", "OrgId");

  static final ODataQuery SERVICES =
      ODataQuery.of("SMS_G_System_SERVICE")
          .keys("ResourceID", "GroupID")
          .select("Name", "StartMode");

  private static final String SENSE = "Sense";
  private static final long ONBOARDED = 1;

  private final AdminService service;
  private final SiteCollections collections;

  SensorHealthReader(AdminService service, SiteCollections collections) {
    this.service = service;
    this.collections = collections;
  }

  /**
   * Servers of a ring with their progress, while they are read.
   *
   * @param withAgent those of them that need the unified agent
   */
  private record Count(Map<Long, DeploymentProgress> servers, Set<Long> withAgent) {
    RingHealth health() {
      Map<DeploymentProgress, Integer> counts = new EnumMap<>(DeploymentProgress.class);
      servers.values().forEach(standing -> counts.merge(standing, 1, Integer::sum));
      return RingHealth.of(counts);
    }
  }

  /**
   * Reads the health by ring; a ring without deployments is left out.
   *
   * @param policies Garrison's deployments by name
   * @param entries reports on servers that get their antivirus mode first
   */
  Map<String, RingHealth> read(
      Manifest manifest, Map<String, DeploymentFact> policies, EntryFacts entries) {
    Map<String, Count> counts = new HashMap<>();
    Map<Long, Count> servers = new HashMap<>();
    for (Ring ring : manifest.rings()) {
      if (opened(manifest, ring, policies)) {
        Count count = new Count(new HashMap<>(), new HashSet<>());
        counts.put(ring.name(), count);
        for (OperatingSystem system : manifest.operatingSystems()) {
          part(manifest, system, ring)
              .ifPresent(id -> members(id, system.needsInstaller(), count, servers));
        }
        modes(manifest, ring, entries, count);
      }
    }
    Set<Long> unproven = unproven(counts.values());
    if (!servers.isEmpty() && service.capabilities().offers(SENSOR)) {
      String tenant = manifest.tenant().orgId().toString();
      service.query(
          SENSORS,
          node -> {
            Row row = new Row(node);
            Count count = servers.get(row.numberKey("ResourceID"));
            if (count != null) {
              add(row, tenant, unproven, count);
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

  private Optional<String> part(Manifest manifest, OperatingSystem system, Ring ring) {
    return collections
        .only(manifest.naming().collectionFor(manifest.name(), system, ring.name()))
        .map(CollectionFact::id);
  }

  /**
   * Servers that need the unified agent and do not send its service as starting automatically. A
   * sensor that reports there is the Monitoring Agent's, or may be.
   */
  private Set<Long> unproven(Collection<Count> counts) {
    Set<Long> unproven =
        counts.stream()
            .flatMap(count -> count.withAgent().stream())
            .collect(Collectors.toCollection(HashSet::new));
    if (!unproven.isEmpty() && service.capabilities().offers(SERVICES.className())) {
      service.query(
          SERVICES.where(ODataFilter.equal("Name", SENSE)),
          node -> {
            Row row = new Row(node);
            if (Onboarding.agent(row.text("StartMode")).orElse(false)) {
              unproven.remove(row.numberKey("ResourceID"));
            }
          });
    }
    return unproven;
  }

  private void members(
      String collection, boolean needsAgent, Count count, Map<Long, Count> servers) {
    service.query(
        RingCensus.MEMBERS.where(ODataFilter.equal("CollectionID", collection)),
        node -> {
          long server = new Row(node).numberKey("ResourceID");
          if (servers.putIfAbsent(server, count) == null) {
            count.servers().put(server, DeploymentProgress.SILENT);
            if (needsAgent) {
              count.withAgent().add(server);
            }
          }
        });
  }

  /**
   * Adds the status of a passive mode's deployments. A server with its mode has reported; one on
   * which that failed will not be onboarded.
   */
  private static void modes(Manifest manifest, Ring ring, EntryFacts entries, Count count) {
    if (ring.antivirus() == Ring.Antivirus.PASSIVE) {
      manifest.operatingSystems().stream()
          .map(system -> AdmissionReader.mode(manifest, system, ring))
          .flatMap(mode -> entries.of(mode).stream())
          .forEach(server ->
              count
                  .servers()
                  .replace(
                      server.id(),
                      server.standing() == DeploymentProgress.ONBOARDED
                          ? DeploymentProgress.UNDER_WAY
                          : server.standing()));
    }
  }

  private static void add(Row row, String tenant, Set<Long> unproven, Count count) {
    long server = row.numberKey("ResourceID");
    boolean ours = row.text("OrgId").equalsIgnoreCase(tenant);
    if (row.number("OnboardingState", 0) != ONBOARDED || (ours && unproven.contains(server))) {
      count.servers().replace(server, DeploymentProgress.SILENT, DeploymentProgress.UNDER_WAY);
    } else {
      count
          .servers()
          .put(server, ours ? DeploymentProgress.ONBOARDED : DeploymentProgress.NOT_READY);
    }
  }
}
