package dev.garrison.mecm.clientoperation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.change.Outcome;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.Optional;

/**
 * Notifies the clients of a new deployment to fetch policy. The notices are spread over a period,
 * and are sent only if the clients are not too many. A notice that is lost is not sent again:
 * clients find the deployment within the hour automatically.
 */
public final class DeploymentNotice {
  private static final ODataQuery MEMBERS =
      ODataQuery.of("SMS_Collection").keys("CollectionID").select("MemberCount");

  private final AdminService site;
  private final ClientNotification notification;
  private final Optional<Spread> wanted;

  /**
   * Period and limit of a notice.
   *
   * @param minutes over which clients fetch policy
   * @param maxDevices a collection with more members than this is not notified
   */
  public record Spread(int minutes, int maxDevices) {}

  /**
   * @param wanted the period and limit, if notices are requested
   */
  public DeploymentNotice(AdminService site, Json json, Optional<Spread> wanted) {
    this.site = site;
    this.notification = new ClientNotification(site, json);
    this.wanted = wanted;
  }

  /** Members of a site's metadata that notices rely on. */
  public static Assumption assumption() {
    return Assumption.of(MEMBERS).and(ClientNotification.assumption());
  }

  /**
   * Notifies the clients, if notices are requested.
   *
   * @param deployment the new deployment
   * @return the result, as a clause for people; without text if no notice is requested
   */
  public Outcome about(ObjectNode deployment) {
    return wanted
        .map(notice -> told(notice, deployment.path("TargetCollectionID").textValue()))
        .map(Outcome.Done::new)
        .orElseGet(Outcome.Done::new);
  }

  private String told(Spread notice, String collectionId) {
    long members;
    try {
      members = members(collectionId);
    } catch (AdminServiceException failure) {
      return Text.of(
              "client-notice.not-counted", "reason", failure.diagnostics().getFirst().problem())
          .toString();
    }
    if (members == 0) {
      return Text.of("client-notice.no-servers").toString();
    }
    return members > notice.maxDevices()
        ? Text.of("client-notice.too-many", "count", members).toString()
        : notification.send(ClientNotification.Kind.MACHINE_POLICY, collectionId, notice.minutes());
  }

  /** Number of members; 0 also if the site does not show the collection. */
  private long members(String collectionId) {
    return site.list(MEMBERS.where(ODataFilter.equal("CollectionID", collectionId))).stream()
        .mapToLong(row -> new Row(row).number("MemberCount", 0))
        .findFirst()
        .orElse(0);
  }
}
