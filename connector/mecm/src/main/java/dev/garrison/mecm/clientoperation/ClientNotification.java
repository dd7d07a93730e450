package dev.garrison.mecm.clientoperation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.Assumption;

/**
 * Client notification (class SMS_ClientOperation) that brings forward a client's next turn. It
 * changes nothing on the site, and the requested action happens later without it too; so a
 * notification that fails is reported and stops nothing. Repeating it is harmless.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/protect/initiateclientoperation-method-in-class-sms_clientoperation">InitiateClientOperation</a>
 */
public final class ClientNotification {
  private static final String CLASS = "SMS_ClientOperation";
  private static final String METHOD = "InitiateClientOperation";

  private final AdminService site;
  private final Json json;

  /** Action that clients are asked to do. The numbers are the console's. */
  public enum Kind {
    /** Fetch machine policy; by default they do so every hour. */
    MACHINE_POLICY(8, "policy"),
    /** Evaluate application deployments; by default they do so every seven days. */
    APPLICATION_EVALUATION(13, "applications");

    private final int number;
    private final String word;

    Kind(int number, String word) {
      this.number = number;
      this.word = word;
    }

    /** Number that the site keeps in PrimaryActionType. */
    public int number() {
      return number;
    }
  }

  public ClientNotification(AdminService site, Json json) {
    this.site = site;
    this.json = json;
  }

  /** Site classes, properties and methods that client notification relies on. */
  public static Assumption assumption() {
    return Assumption.NONE.optional(
        CLASS + "." + METHOD, Text.of("client-notice.optional").toString());
  }

  /** Whether this site can notify clients. */
  public boolean isOffered() {
    return site.capabilities().offers(CLASS + "." + METHOD);
  }

  /**
   * Asks the clients of a collection.
   *
   * @return the result, as a clause for people
   */
  public String send(Kind kind, String collectionId) {
    return send(kind, collectionId, 0);
  }

  /**
   * Asks the clients of a collection, at random moments. That the window is in minutes is inferred
   * from its name.
   *
   * @param minutes over which they are spread
   * @return the result, as a clause for people
   */
  String send(Kind kind, String collectionId, int minutes) {
    if (!isOffered()) {
      return Text.of("client-notice.not-offered", "kind", kind.word).toString();
    }
    ObjectNode arguments =
        json.object()
            .put("Type", kind.number)
            .put("TargetCollectionID", collectionId)
            .put("RandomizationWindow", minutes);
    arguments.putArray("TargetResourceIDs");
    try {
      site.invokeStatic(CLASS, METHOD, arguments);
      return (minutes == 0
              ? Text.of("client-notice.sent", "kind", kind.word)
              : Text.of("client-notice.spread", "minutes", minutes))
          .toString();
    } catch (AdminServiceException failure) {
      return Text.of(
              "client-notice.failed",
              "kind",
              kind.word,
              "reason",
              failure.diagnostics().getFirst().problem())
          .toString();
    }
  }
}
