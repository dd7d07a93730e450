package dev.garrison.survey.fleet;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.table.CompanionState;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Reads the status of the rings' deployments on each server. It makes three streamed requests for
 * every fifty deployments.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/apps/sms_appdeploymenterrorassetdetails-server-wmi-class">SMS_AppDeploymentErrorAssetDetails</a>
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/apps/sms_appdeploymentrequirementsnotmetassetdetails-server-wmi-class">SMS_AppDeploymentRequirementsNotMetAssetDetails</a>
 */
final class DeploymentReader {
  static final ODataQuery STATES =
      ODataQuery.of("SMS_AppDeploymentAssetDetails")
          .keys("AssignmentID", "DTCI", "DTModelID", "MachineName", "UserName")
          .select("MachineID", "StatusType", "EnforcementState", "StartTime");
  static final ODataQuery ERRORS =
      ODataQuery.of("SMS_AppDeploymentErrorAssetDetails")
          .keys("AssignmentID", "DTCI", "MachineName", "UserName")
          .select("MachineID", "ErrorCode");
  static final ODataQuery REQUIREMENTS =
      ODataQuery.of("SMS_AppDeploymentRequirementsNotMetAssetDetails")
          .keys("AssignmentID", "DTModelID", "MachineName", "RuleID", "UserName")
          .select("MachineID", "RequirementName");

  private final AdminService service;
  private final Fleet fleet;
  private final Map<Long, Target> targets;

  /**
   * Purpose of a deployment.
   *
   * @param ring its position in the manifest, from 0
   * @param beside the companion deployment that it is; empty where it onboards
   * @param recent whether it is younger than the interval at which clients ask for policy
   */
  record Target(int ring, Optional<CompanionState> beside, boolean recent) {}

  /**
   * @param targets by AssignmentID
   */
  DeploymentReader(AdminService service, Fleet fleet, Map<Long, Target> targets) {
    this.service = service;
    this.fleet = fleet;
    this.targets = new TreeMap<>(targets);
  }

  void read() {
    each(STATES, this::state);
    each(
        ERRORS,
        (row, target) -> {
          long code = row.number("ErrorCode", 0);
          fleet
              .find(row.numberKey("MachineID"))
              .ifPresent(server -> {
                target
                    .beside()
                    .ifPresentOrElse(
                        kind -> fleet.besideError(kind, server, code),
                        () -> fleet.onboardingError(server, code));
              });
        });
    each(
        REQUIREMENTS,
        (row, target) ->
            fleet
                .find(row.numberKey("MachineID"))
                .ifPresent(server -> {
                  if (target.beside().isEmpty()) {
                    fleet.requirement(server, row.text("RequirementName"));
                  }
                }));
  }

  private void state(Row row, Target target) {
    DeploymentStatus status =
        new DeploymentStatus(
            row.number("StatusType", 0),
            row.number("EnforcementState", 0),
            0,
            "",
            row.time("StartTime"),
            target.recent());
    int server = fleet.add(row.numberKey("MachineID"), row.text("MachineName"));
    target
        .beside()
        .ifPresentOrElse(
            kind -> fleet.beside(kind, server, status),
            () -> fleet.onboarding(server, target.ring(), status));
  }

  private void each(ODataQuery query, BiConsumer<Row, Target> taker) {
    for (ODataFilter some : ODataFilter.batches("AssignmentID", targets.keySet())) {
      service.query(
          query.where(some),
          node -> {
            Row row = new Row(node);
            Optional.ofNullable(targets.get(row.numberKey("AssignmentID")))
                .ifPresent(target -> taker.accept(row, target));
          });
    }
  }
}
