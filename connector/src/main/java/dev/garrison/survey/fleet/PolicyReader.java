package dev.garrison.survey.fleet;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.value.OperatingSystem;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.Row;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.SiteCollections;
import java.util.Optional;
import java.util.Set;

/**
 * Reads which servers a deployed onboarding policy targets: the members of our collections, one
 * streamed request for each. The site keeps no result of a policy that is documented, so until
 * inventory tells of the sensor nothing was heard of such a server.
 */
final class PolicyReader {
  private static final DeploymentStatus NOTHING_HEARD =
      new DeploymentStatus(4, 4000, 0, "", Optional.empty());

  private final AdminService service;
  private final SiteCollections collections;
  private final Fleet fleet;

  PolicyReader(AdminService service, SiteCollections collections, Fleet fleet) {
    this.service = service;
    this.collections = collections;
    this.fleet = fleet;
  }

  /**
   * Marks the servers.
   *
   * @param policies names of deployments of ours
   */
  void read(Manifest manifest, Set<String> policies) {
    for (int place = 0; place < manifest.rings().size(); place++) {
      Ring ring = manifest.rings().get(place);
      for (OperatingSystem system : OperatingSystem.values()) {
        String name = manifest.naming().deploymentFor(manifest.name(), system, ring.name());
        Optional<CollectionFact> part =
            collections.only(manifest.naming().collectionFor(manifest.name(), system, ring.name()));
        if (policies.contains(name) && part.isPresent()) {
          target(part.get().id(), place);
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
              fleet.add(row.number("ResourceID", 0), row.text("Name")), ring, NOTHING_HEARD);
        });
  }
}
