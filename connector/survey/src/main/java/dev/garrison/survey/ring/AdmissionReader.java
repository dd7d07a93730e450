package dev.garrison.survey.ring;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.RolloutSection.Method;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.collection.NamedServers;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.ring.DeploymentProgress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the servers on which the antivirus mode was confirmed (class
 * SMS_AppDeploymentAssetDetails). A deployment of its application succeeds when detection succeeds,
 * and detection is the registry value. It makes one streamed request for all these deployments, and
 * a keyed read for each collection that admits servers.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/apps/sms_appdeploymentassetdetails-server-wmi-class">SMS_AppDeploymentAssetDetails</a>
 */
final class AdmissionReader {
  private static final ODataQuery STATES =
      ODataQuery.of("SMS_AppDeploymentAssetDetails")
          .keys("AssignmentID", "DTCI", "DTModelID", "MachineName", "UserName")
          .select("MachineID", "StatusType", "EnforcementState");

  private static final String COLLECTION = "SMS_Collection";

  /** States "success" and "already compliant"; 1002 and 1003 are successes without a detection. */
  private static final Set<Long> DETECTED = Set.of(1000L, 1001L);

  private final AdminService service;

  AdmissionReader(AdminService service) {
    this.service = service;
  }

  /** Reads all facts; makes no requests where no passive ring is, or may be, on that route. */
  EntryFacts read(Manifest manifest, SiteCollections collections, OurDeployments deployments) {
    if (manifest.rollout().method() != Method.CLIENT_SETTING
        && !deployments.routes(collections).contains(OnboardingRoute.CLIENT_SETTING)) {
      return EntryFacts.NONE;
    }
    Map<Long, String> modes = new HashMap<>();
    Map<String, List<QueryRule>> rules = new HashMap<>();
    for (Ring ring : manifest.rings()) {
      if (ring.antivirus() == Antivirus.PASSIVE) {
        for (OperatingSystem system : manifest.operatingSystems()) {
          String mode = mode(manifest, system, ring);
          Optional.ofNullable(deployments.beside().get(mode))
              .ifPresent(fact -> modes.put(fact.id(), mode));
          String collection = manifest.passiveCollection(system, ring);
          collections
              .only(collection)
              .filter(fact -> !fact.comment().isEmpty())
              .ifPresent(fact -> rules.put(collection, rules(fact.id())));
        }
      }
    }
    Map<String, Map<Long, ModeServer>> servers = new HashMap<>();
    ODataFilter.batches("AssignmentID", modes.keySet())
        .forEach(some -> states(some, modes, servers));
    refuse(modes.keySet(), servers);
    return new EntryFacts(servers, rules);
  }

  /**
   * A server that the script refused is not ready, as one that the script for onboarding refused.
   */
  private void refuse(Set<Long> modes, Map<String, Map<Long, ModeServer>> servers) {
    boolean failed =
        servers.values().stream()
            .flatMap(mode -> mode.values().stream())
            .anyMatch(server -> server.standing() == DeploymentProgress.FAILED);
    if (!failed) {
      return;
    }
    Set<Long> refused = new RefusedServers(service).of(modes);
    servers
        .values()
        .forEach(mode ->
            mode.replaceAll((id, server) -> refused.contains(id) ? server.refused() : server));
  }

  /** Name of the deployment that sets a passive ring's mode. */
  static String mode(Manifest manifest, OperatingSystem system, Ring ring) {
    return manifest.naming().deploymentFor(manifest.name(), system, Antivirus.PASSIVE, ring.name());
  }

  private List<QueryRule> rules(String collection) {
    return service.get(COLLECTION, ObjectKey.of(collection)).map(Row::new).stream()
        .flatMap(row -> row.rows("CollectionRules").stream())
        .map(rule -> new QueryRule(rule.text("RuleName"), rule.text("QueryExpression")))
        .filter(rule -> NamedServers.in(rule).isPresent())
        .toList();
  }

  private void states(
      ODataFilter some, Map<Long, String> modes, Map<String, Map<Long, ModeServer>> servers) {
    service.query(
        STATES.where(some),
        node -> {
          Row row = new Row(node);
          long state = row.number("EnforcementState", 0);
          DeploymentProgress standing = DeploymentProgress.of(row.number("StatusType", 0), state);
          String mode = modes.get(row.numberKey("AssignmentID"));
          if (mode != null) {
            ModeServer server =
                new ModeServer(
                    row.numberKey("MachineID"),
                    row.text("MachineName"),
                    standing,
                    standing == DeploymentProgress.ONBOARDED && DETECTED.contains(state));
            servers
                .computeIfAbsent(mode, _ -> new HashMap<>())
                .merge(server.id(), server, ModeServer::and);
          }
        });
  }
}
