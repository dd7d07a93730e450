package dev.garrison.mecm.clientoperation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.change.Outcome;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.Optional;

/**
 * Tells the clients of a new deployment to fetch policy, spread over a while and only where they
 * are not too many. A notice that is lost is not sent again: clients find the deployment within the
 * hour by themselves.
 */
public final class DeploymentNotice {
  private static final ODataQuery MEMBERS =
      ODataQuery.of("SMS_Collection").keys("CollectionID").select("MemberCount");

  private final AdminService site;
  private final ClientNotification notification;
  private final Optional<Spread> wanted;

  /**
   * How clients are told.
   *
   * @param minutes over which they fetch policy
   * @param maxDevices more members of one collection than this are not told
   */
  public record Spread(int minutes, int maxDevices) {}

  /**
   * @param wanted where somebody asked for it
   */
  public DeploymentNotice(AdminService site, Json json, Optional<Spread> wanted) {
    this.site = site;
    this.notification = new ClientNotification(site, json);
    this.wanted = wanted;
  }

  /** What is taken for granted of a site here. */
  public static Assumption assumption() {
    return Assumption.of(MEMBERS).and(ClientNotification.assumption());
  }

  /**
   * Tells them, where somebody asked for it.
   *
   * @param deployment what was made
   * @return what came of it, as a clause for people; no words where nobody asked
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
      return "its servers could not be counted, and fetch policy at their next turn: "
          + failure.diagnostics().getFirst().problem();
    }
    if (members == 0) {
      return "the site knows no servers of it yet: they fetch policy at their next turn";
    }
    return members > notice.maxDevices()
        ? "its %d servers are more than 'rollout.notifyClients.maxDevices': they fetch policy at their next turn"
            .formatted(members)
        : notification.send(ClientNotification.Kind.MACHINE_POLICY, collectionId, notice.minutes());
  }

  /** None as well where the site does not show the collection. */
  private long members(String collectionId) {
    return site.list(MEMBERS.where(ODataFilter.equal("CollectionID", collectionId))).stream()
        .mapToLong(row -> new Row(row).number("MemberCount", 0))
        .findFirst()
        .orElse(0);
  }
}
