package dev.garrison.mecm.clientoperation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.adminservice.ModelledService;
import dev.garrison.mecm.odata.ObjectKey;
import java.util.List;
import java.util.Optional;

/**
 * CMPivot: a query that clients which are online answer at once. It only reads. Clients of another
 * site than the one that is asked, and those that are offline, never answer; the site does not
 * report which these are.
 *
 * <p>Asking a device and reading its answer is documented. Asking a collection rests on public code
 * (SharpSCCM); the form of its answers is inferred, and read leniently by {@link PivotAnswers}.
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

  /** Target of a query. */
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

  /** Site classes, properties and methods that CMPivot relies on. */
  public static Assumption assumption() {
    return Assumption.NONE.optional(MEMBER, Text.of("live-query.optional").toString());
  }

  /** Whether the site offers CMPivot by its own metadata. */
  public boolean isOffered() {
    return site.capabilities().offers(MEMBER);
  }

  /**
   * Sends a query.
   *
   * @return empty if the site accepted it and did not return its number
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
   * Reads the answers received so far.
   *
   * @return empty while there are none
   * @throws dev.garrison.mecm.adminservice.AdminServiceException if the site refuses the read
   */
  public Optional<PivotAnswers> answers(Operation operation) {
    Target target = operation.target();
    return route
        .result(target.entity(), target.key(), RESULT, operation.id())
        .map(PivotAnswers::of);
  }
}
