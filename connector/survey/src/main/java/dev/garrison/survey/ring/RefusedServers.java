package dev.garrison.survey.ring;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.ring.DeploymentProgress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads on which servers deployments failed only because a script refused the server (F20). Where
 * the site does not offer the class SMS_AppDeploymentErrorAssetDetails, all count as failed. It
 * makes one streamed request for every fifty deployments, and none where nothing failed.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/apps/sms_appdeploymenterrorassetdetails-server-wmi-class">SMS_AppDeploymentErrorAssetDetails</a>
 */
final class RefusedServers {
  static final ODataQuery ERRORS =
      ODataQuery.of("SMS_AppDeploymentErrorAssetDetails")
          .keys("AssignmentID", "DTCI", "MachineName", "UserName")
          .select("MachineID", "ErrorCode");

  private final AdminService service;

  RefusedServers(AdminService service) {
    this.service = service;
  }

  /** Servers by ResourceID, all of whose errors with these deployments are refusals. */
  Set<Long> of(Collection<Long> deployments) {
    if (!service.capabilities().offers(ERRORS.className())) {
      return Set.of();
    }
    Map<Long, Boolean> refused = new HashMap<>();
    ODataFilter.batches("AssignmentID", deployments)
        .forEach(some ->
            service.query(
                ERRORS.where(some),
                node -> {
                  Row row = new Row(node);
                  refused.merge(
                      row.numberKey("MachineID"),
                      DeploymentProgress.isRefusal(row.number("ErrorCode", 0)),
                      Boolean::logicalAnd);
                }));
    return refused.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
