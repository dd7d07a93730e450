package dev.garrison.survey.fleet;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.Row;
import dev.garrison.survey.ring.DeploymentFact;
import java.time.Instant;
import java.util.Map;

/**
 * Reads the servers that a deployed onboarding policy targets. It makes one streamed request for
 * the members of each of its collections. The site keeps no documented result of a policy, so such
 * a server counts as silent until inventory reports its sensor.
 */
final class PolicyReader {
  private final AdminService service;
  private final Fleet fleet;
  private final Instant now;

  /**
   * @param now decides whether clients had the time to ask for a policy
   */
  PolicyReader(AdminService service, Fleet fleet, Instant now) {
    this.service = service;
    this.fleet = fleet;
    this.now = now;
  }

  /**
   * Marks the servers.
   *
   * @param policies Garrison's deployments by name
   */
  void read(Manifest manifest, Map<String, DeploymentFact> policies) {
    for (int place = 0; place < manifest.rings().size(); place++) {
      Ring ring = manifest.rings().get(place);
      for (OperatingSystem system : OperatingSystem.values()) {
        String name = manifest.naming().deploymentFor(manifest.name(), system, ring.name());
        DeploymentFact policy = policies.get(name);
        if (policy != null) {
          target(policy, place);
        }
      }
    }
  }

  private void target(DeploymentFact policy, int ring) {
    DeploymentStatus nothingHeard =
        DeploymentStatus.ofPolicy(DeploymentTargets.isRecent(policy.created(), now));
    service.query(
        MemberReader.MEMBERS.where(ODataFilter.equal("CollectionID", policy.collection())),
        node -> {
          Row row = new Row(node);
          fleet.onboarding(
              fleet.add(row.numberKey("ResourceID"), row.text("Name")), ring, nothingHeard);
        });
  }
}
