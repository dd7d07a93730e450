package dev.garrison.mecm.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.change.Outcome;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.clientoperation.ClientNotification;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import java.util.Optional;

/**
 * Withdraws a deployment from clients (F21). It is disabled if the site allows a deployment to be
 * changed, which is not documented; otherwise it is deleted, after the site's status of its servers
 * was kept. Clients act on it until they fetch policy, so they are notified to do so.
 */
final class Withdrawal {
  private static final String CLASS = "SMS_ApplicationAssignment";
  private static final ODataQuery STATUS =
      ODataQuery.of("SMS_AppDeploymentAssetDetails")
          .keys("AssignmentID", "DTCI", "DTModelID", "MachineName", "UserName")
          .select("MachineID", "StatusType", "EnforcementState", "CollectionID", "AppName");

  private final AdminService site;
  private final ClientNotification notification;
  private final KeptStatus kept;

  Withdrawal(AdminService site, Json json, KeptStatus kept) {
    this.site = site;
    this.notification = new ClientNotification(site, json);
    this.kept = kept;
  }

  static Assumption assumption() {
    return Assumption.of(STATUS).and(ClientNotification.assumption());
  }

  /**
   * @param disabled the body with the disabled deployment
   */
  Outcome carryOut(long id, ObjectNode disabled) {
    String collection = disabled.path("TargetCollectionID").textValue();
    Optional<String> file = disable(id, disabled) ? Optional.empty() : Optional.of(kept(id));
    String notice = notification.send(ClientNotification.Kind.MACHINE_POLICY, collection);
    return new Outcome.Done(
        file.map(where ->
                Text.of("app-deployment.withdrawn", "file", where, "notice", notice).toString())
            .orElse(notice));
  }

  /**
   * Notifies clients after the deployment is enabled again. Clients that failed would only evaluate
   * it after seven days.
   */
  Outcome takenBack(ObjectNode enabled) {
    String collection = enabled.path("TargetCollectionID").textValue();
    notification.send(ClientNotification.Kind.MACHINE_POLICY, collection);
    return new Outcome.Done(
        notification.send(ClientNotification.Kind.APPLICATION_EVALUATION, collection));
  }

  /**
   * Disables the deployment and reads it again, because an accepted change may not have happened.
   */
  private boolean disable(long id, ObjectNode disabled) {
    try {
      site.put(CLASS, ObjectKey.of(id), disabled.put("AssignmentID", id));
    } catch (AdminServiceException refused) {
      if (refused.kind() != FailureKind.REFUSED) {
        throw refused;
      }
    }
    return isDisabled(id);
  }

  private boolean isDisabled(long id) {
    return site.get(CLASS, ObjectKey.of(id))
        .map(Row::new)
        .flatMap(row -> row.truth(DeploymentProperties.ENABLED))
        .filter(enabled -> !enabled)
        .isPresent();
  }

  private String kept(long id) {
    String where =
        kept.keep(
            id, rows -> site.query(STATUS.where(ODataFilter.equal("AssignmentID", id)), rows));
    site.delete(CLASS, ObjectKey.of(id));
    return where;
  }
}
