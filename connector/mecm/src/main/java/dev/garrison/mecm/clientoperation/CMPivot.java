package dev.garrison.mecm.clientoperation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.adminservice.ModelledService;
import dev.garrison.mecm.odata.ObjectKey;
import java.util.List;
import java.util.Optional;

/**
 * CMPivot: a query that clients which are on answer at once. It only reads. Clients of another site
 * than the one that is asked, and those that are off, never answer; nobody says which these are.
 *
 * <p>That a device is asked, and its answer read, is documented. That a collection is, rests on
 * public code (SharpSCCM); how its answers look is inferred, and read leniently by {@link
 * PivotAnswers}.
 *
 * @see <a href="https://learn.microsoft.com/intune/configmgr/core/servers/manage/cmpivot">CMPivot
 *     for real-time data</a>
 */
public final class CMPivot {
  private static final String ACTION = "RunCMPivot";
  private static final String MEMBER = "v1.0/" + ACTION;
  private static final String RESULT = "CMPivotResult";
  private static final String OPERATION = "OperationId";

  private final AdminService site;
  private final ModelledService route;
  private final Json json;

  /** Who is asked. */
  public sealed interface Target {
    /**
     * One device.
     *
     * @param id ResourceID
     */
    record Device(long id) implements Target {}

    /**
     * All members of a collection.
     *
     * @param id CollectionID
     */
    record Collection(String id) implements Target {}

    private String entity() {
      return switch (this) {
        case Device _ -> "Device";
        case Collection _ -> "Collections";
      };
    }

    private ObjectKey key() {
      return switch (this) {
        case Device(long id) -> ObjectKey.of(id);
        case Collection(String id) -> ObjectKey.of(id);
      };
    }
  }

  /**
   * A query that was sent.
   *
   * @param id its number at the site
   */
  public record Operation(Target target, long id) {}

  /** CMPivot of a site. */
  public CMPivot(AdminService site, ModelledService route, Json json) {
    this.site = site;
    this.route = route;
    this.json = json;
  }

  /** What is taken for granted of a site here. */
  public static Assumption assumption() {
    return Assumption.NONE.optional(
        MEMBER,
        "'--live' cannot ask servers over this site's administration service; what inventory and deployments say is shown.");
  }

  /** Whether the site says that it offers it. */
  public boolean isOffered() {
    return site.capabilities().offers(MEMBER);
  }

  /**
   * Sends a query.
   *
   * @return empty where the site took it and did not say under which number
   * @throws dev.garrison.mecm.adminservice.AdminServiceException if the site refuses it
   */
  public Optional<Operation> start(Target target, String query) {
    ObjectNode answer =
        route.ask(target.entity(), target.key(), ACTION, json.object().put("InputQuery", query));
    return List.of(answer.path(OPERATION), answer.path("value").path(OPERATION)).stream()
        .map(JsonNode::asLong)
        .filter(id -> id > 0)
        .findFirst()
        .map(id -> new Operation(target, id));
  }

  /**
   * What came so far.
   *
   * @return empty while there is nothing
   * @throws dev.garrison.mecm.adminservice.AdminServiceException if the site refuses to say
   */
  public Optional<PivotAnswers> answers(Operation operation) {
    Target target = operation.target();
    return route
        .result(target.entity(), target.key(), RESULT, operation.id())
        .map(PivotAnswers::of);
  }
}
