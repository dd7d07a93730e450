package dev.garrison.lab.adminservice.pivot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.client.Polling;
import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.rights.GrantedRights;
import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.Sensors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CMPivot operations; each client that is on answers some seconds after the start. */
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "Mayyhem/SharpSCCM, lib/AdminService.cs",
    says =
        "RunCMPivot answers OperationId, of a device within 'value' and of a collection at top level; CMPivotResult answers 404 until there is anything.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "Mayyhem/SharpSCCM, lib/AdminService.cs",
    says =
        "CMPivotResult of a collection is a list with the name and the rows of each client that has answered so far, also of one without rows.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/memdocs, memdocs/configmgr/core/servers/manage/cmpivot.md",
    says =
        "Only clients of the queried site answer, and only while they are on; one"
            + " client answers at most 128 KB to a query.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/memdocs, memdocs/configmgr/core/servers/manage/cmpivot.md",
    says =
        "Without the right Run CMPivot on collections an operation answers 403; what exceeds 128 KB is cut off; a client takes 4 to 26 seconds.")
public final class PivotOperations {
  private static final long FIRST_ID = 16_790_000L;
  private static final int MOST_BYTES = 128 * 1024;
  private static final int RUN_SCRIPT = 135;
  private static final int SOONEST_SECONDS = 4;
  private static final int SPREAD_SECONDS = 23;

  private final Surroundings site;
  private final ClientView view;
  private final IntPredicate assignedHere;
  private final GrantedRights rights;
  private final Map<Long, Operation> operations = new TreeMap<>();

  /** Parts of the site that CMPivot operations use. */
  public record Surroundings(
      SiteContext context,
      Fleet fleet,
      Sensors sensors,
      Antiviruses antiviruses,
      Polling polling,
      Collections collections) {}

  /**
   * An operation with its target, its query, and the answers so far by device index.
   *
   * @param waiting real servers that were asked and have not answered
   */
  private record Operation(
      String target,
      int clients,
      PivotQuery query,
      Map<Integer, ArrayNode> answers,
      Set<Integer> waiting) {}

  /**
   * Creates the operations of a site, without queries.
   *
   * @param assignedHere whether a device, by index, is a client of this site
   */
  public PivotOperations(Surroundings site, IntPredicate assignedHere, GrantedRights rights) {
    this.site = site;
    this.view = new ClientView(site.fleet(), site.sensors(), site.antiviruses());
    this.assignedHere = assignedHere;
    this.rights = rights;
  }

  /** Queries one device. */
  public ObjectNode askDevice(long resourceId, String query) {
    requireRight();
    int device = device(resourceId);
    BitSet one = new BitSet();
    one.set(device);
    ObjectNode id = JsonNodeFactory.instance.objectNode();
    id.put("OperationId", start(deviceTarget(resourceId), one, query));
    return Rows.row().set("value", id).done();
  }

  /** Queries the members of a collection. */
  public ObjectNode askCollection(String collection, String query) {
    requireRight();
    if (site.collections().nameOf(collection).isEmpty()) {
      throw Refusal.notFound("No collection " + collection + ".");
    }
    return Rows.row()
        .set("OperationId", start(collection, site.collections().members(collection), query))
        .done();
  }

  private void requireRight() {
    if (!rights.grant(Secured.COLLECTION, Right.RUN_CMPIVOT)) {
      throw Refusal.forbidden();
    }
  }

  private int device(long resourceId) {
    OptionalInt index = site.fleet().indexOf(resourceId);
    return index.orElseThrow(() -> Refusal.notFound("No device " + resourceId + "."));
  }

  private static String deviceTarget(long resourceId) {
    return "device " + resourceId;
  }

  private long start(String target, BitSet devices, String text) {
    PivotQuery query = PivotParser.parse(text);
    List<Integer> clients =
        devices.stream()
            .mapToObj(site.fleet()::at)
            .filter(Device::polls)
            .map(Device::index)
            .filter(assignedHere::test)
            .toList();
    long id = FIRST_ID + operations.size();
    Operation operation =
        new Operation(target, clients.size(), query, new TreeMap<>(), new TreeSet<>());
    operations.put(id, operation);
    clients.stream()
        .collect(Collectors.groupingBy(PivotOperations::delay))
        .forEach(
            (delay, some) -> site.context().timeline().after(delay, () -> answer(operation, some)));
    return id;
  }

  private static Duration delay(int device) {
    return Duration.ofSeconds(SOONEST_SECONDS + device * 7L % SPREAD_SECONDS);
  }

  private void answer(Operation operation, List<Integer> clients) {
    for (int device : clients) {
      if (site.fleet().at(device).joined()) {
        operation.waiting().add(device);
      } else if (site.polling().isOn(device)) {
        List<ObjectNode> rows = operation.query().run(query -> view.rows(device, query));
        operation.answers().put(device, cut(rows));
      }
    }
  }

  /** Operations that wait for a real server, each with the entities that it is to read. */
  public List<ObjectNode> questions(int device) {
    List<ObjectNode> questions = new ArrayList<>();
    operations.forEach((id, operation) -> {
      if (operation.waiting().contains(device)) {
        ArrayNode entities = JsonNodeFactory.instance.arrayNode();
        operation
            .query()
            .sources()
            .forEach(source ->
                entities.add(
                    Rows.row()
                        .set("entity", source.entity().word())
                        .set("argument", source.argument())
                        .done()));
        questions.add(Rows.row().set("operation", id).set("entities", entities).done());
      }
    });
    return questions;
  }

  /**
   * Takes what a real server read. The query runs over its rows as a client runs it.
   *
   * @param entities the same list as in the question, each with its rows
   */
  public void answered(int device, long id, JsonNode entities) {
    Operation operation =
        Optional.ofNullable(operations.get(id))
            .filter(one -> one.waiting().remove(device))
            .orElseThrow(() -> Refusal.notFound("No operation " + id + " waits for this server."));
    String name = site.fleet().at(device).name();
    List<ObjectNode> rows =
        operation
            .query()
            .run(source ->
                entities
                    .valueStream()
                    .filter(entity ->
                        entity.path("entity").asText().equals(source.entity().word())
                            && entity.path("argument").asText().equals(source.argument()))
                    .flatMap(entity -> entity.path("rows").valueStream())
                    .map(row -> ((ObjectNode) row.deepCopy()).put("Device", name)));
    operation.answers().put(device, cut(rows));
  }

  private static ArrayNode cut(List<ObjectNode> rows) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    int bytes = 0;
    for (ObjectNode row : rows) {
      bytes += row.toString().getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_BYTES) {
        return kept;
      }
      kept.add(row);
    }
    return kept;
  }

  /** Answer of a device. */
  public ObjectNode resultOfDevice(long resourceId, long id) {
    Operation operation = operation(deviceTarget(resourceId), id);
    ArrayNode rows =
        Optional.ofNullable(operation.answers().get(device(resourceId)))
            .orElseThrow(PivotOperations::nothingYet);
    return Rows.row().set("value", result(Rows.row(), rows)).done();
  }

  /** Answers of the members of a collection so far. */
  public ObjectNode resultOfCollection(String collection, long id) {
    Operation operation = operation(collection, id);
    if (operation.answers().isEmpty()) {
      throw nothingYet();
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    operation
        .answers()
        .forEach((device, rows) ->
            all.add(result(Rows.row().set("Device", site.fleet().at(device).name()), rows)));
    return Rows.row().set("value", all).done();
  }

  private static ObjectNode result(Rows head, ArrayNode rows) {
    return head.set("Status", "1").set("MoreResult", false).set("Result", rows).done();
  }

  private Operation operation(String target, long id) {
    return Optional.ofNullable(operations.get(id))
        .filter(operation -> operation.target().equals(target))
        .orElseThrow(() -> Refusal.notFound("No operation " + id + " here."));
  }

  private static Refusal nothingYet() {
    return Refusal.notFound("The result is not available yet.");
  }

  /** Rows of SMS_ClientOperationStatus for these operations. */
  public Stream<ObjectNode> status() {
    List<ObjectNode> rows = new ArrayList<>();
    operations.forEach((id, operation) ->
        rows.add(
            Rows.row()
                .set("ID", id)
                .set("CollectionID", operation.target())
                .set("Type", RUN_SCRIPT)
                .set("PrimaryActionType", RUN_SCRIPT)
                .set("State", 1)
                .set("TotalClients", operation.clients())
                .set("CompletedClients", operation.answers().size())
                .set("FailedClients", 0)
                .set("OfflineClients", operation.clients() - operation.answers().size())
                .set("UnknownClients", 0)
                .set("CreatedBy", site.context().user())
                .done()));
    return rows.stream();
  }
}
