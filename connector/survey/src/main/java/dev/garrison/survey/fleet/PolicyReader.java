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
import java.util.Map;
import java.util.Optional;

/**
 * Reads which servers a deployed onboarding policy targets: the members of its collections, one
 * streamed request for each. The site keeps no result of a policy that is documented, so until
 * inventory tells of the sensor nothing was heard of such a server.
 */
final class PolicyReader {
  private static final DeploymentStatus NOTHING_HEARD =
      new DeploymentStatus(4, 4000, 0, "", Optional.empty());

  private final AdminService service;
  private final Fleet fleet;

  PolicyReader(AdminService service, Fleet fleet) {
    this.service = service;
    this.fleet = fleet;
  }

  /**
   * Marks the servers.
   *
   * @param policies deployments of ours by name
   */
  void read(Manifest manifest, Map<String, DeploymentFact> policies) {
    for (int place = 0; place < manifest.rings().size(); place++) {
      Ring ring = manifest.rings().get(place);
      for (OperatingSystem system : OperatingSystem.values()) {
        String name = manifest.naming().deploymentFor(manifest.name(), system, ring.name());
        DeploymentFact policy = policies.get(name);
        if (policy != null) {
          target(policy.collection(), place);
        }
      }
    }
  }

  private void target(String collection, int ring) {
    service.query(
        MemberReader.MEMBERS.where(ODataFilter.equal("CollectionID", collection)),
        node -> {
          Row row = new Row(node);
          fleet.onboarding(
              fleet.add(row.numberKey("ResourceID"), row.text("Name")), ring, NOTHING_HEARD);
        });
  }
}
