package dev.garrison.survey.ring;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingHealth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the servers that each ring's deployments target, by progress. The class is
 * SMS_AppDeploymentAssetDetails; it makes one streamed request for all deployments, and needs a few
 * bytes for each server.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/apps/sms_appdeploymentassetdetails-server-wmi-class">SMS_AppDeploymentAssetDetails</a>
 */
final class HealthReader {
  static final ODataQuery STATES =
      ODataQuery.of("SMS_AppDeploymentAssetDetails")
          .keys("AssignmentID", "DTCI", "DTModelID", "MachineName", "UserName")
          .select("MachineID", "StatusType", "EnforcementState");

  private final AdminService service;

  HealthReader(AdminService service) {
    this.service = service;
  }

  /** Reads the health by ring; a ring without deployments is left out. */
  Map<String, RingHealth> read(Manifest manifest, Map<String, DeploymentFact> deployments) {
    Map<Long, String> rings = new TreeMap<>();
    for (Ring ring : manifest.rings()) {
      Arrays.stream(OperatingSystem.values())
          .map(system -> manifest.naming().deploymentFor(manifest.name(), system, ring.name()))
          .flatMap(name -> Optional.ofNullable(deployments.get(name)).stream())
          .forEach(deployment -> rings.put(deployment.id(), ring.name()));
    }
    Map<String, Map<Long, DeploymentProgress>> servers = new HashMap<>();
    ODataFilter.batches("AssignmentID", rings.keySet()).forEach(some -> read(some, rings, servers));
    servers.forEach((ring, standings) -> refuse(rings, ring, standings));
    Map<String, RingHealth> health = new HashMap<>();
    servers.forEach((ring, standings) -> health.put(ring, count(standings)));
    return health;
  }

  private void refuse(
      Map<Long, String> rings, String ring, Map<Long, DeploymentProgress> standings) {
    if (standings.containsValue(DeploymentProgress.FAILED)) {
      List<Long> own = rings.keySet().stream().filter(id -> ring.equals(rings.get(id))).toList();
      new RefusedServers(service)
          .of(own)
          .forEach(server ->
              standings.replace(server, DeploymentProgress.FAILED, DeploymentProgress.NOT_READY));
    }
  }

  private void read(
      ODataFilter some,
      Map<Long, String> rings,
      Map<String, Map<Long, DeploymentProgress>> servers) {
    service.query(
        STATES.where(some),
        node -> {
          Row row = new Row(node);
          String ring = rings.get(row.numberKey("AssignmentID"));
          if (ring != null) {
            servers
                .computeIfAbsent(ring, _ -> new HashMap<>())
                .merge(
                    row.numberKey("MachineID"),
                    DeploymentProgress.of(
                        row.number("StatusType", 0), row.number("EnforcementState", 0)),
                    (one, other) -> one.compareTo(other) > 0 ? one : other);
          }
        });
  }

  private static RingHealth count(Map<Long, DeploymentProgress> servers) {
    Map<DeploymentProgress, Integer> counts = new EnumMap<>(DeploymentProgress.class);
    servers.values().forEach(standing -> counts.merge(standing, 1, Integer::sum));
    return RingHealth.of(counts);
  }
}
