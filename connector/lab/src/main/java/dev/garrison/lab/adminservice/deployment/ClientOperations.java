package dev.garrison.lab.adminservice.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The class SMS_ClientOperation for client notification; types 8 and 13 have an effect here. */
final class ClientOperations implements ProviderClass {
  private static final long FIRST_ID = 16777400L;
  private static final Set<Integer> TYPES = Set.of(8, 9, 10, 11, 12, 13, 14, 15, 16, 150);
  private final Deployments deployments;
  private final List<ObjectNode> made = new ArrayList<>();

  ClientOperations(Deployments deployments) {
    this.deployments = deployments;
  }

  @Override
  public String name() {
    return "SMS_ClientOperation";
  }

  @Override
  public Provenance provenance() {
    return Provenance.recorded("azitc-ac/SCCM-RightClickTools, AZITC-TK-AdminService.ps1");
  }

  @Override
  public Stream<ObjectNode> rows() {
    return List.copyOf(made).stream();
  }

  /**
   * Rows of SMS_ClientOperationStatus: clients that are on act at once, those that are off never.
   */
  Stream<ObjectNode> status() {
    return List.copyOf(made).stream()
        .map(operation ->
            operation
                .deepCopy()
                .put("Type", operation.path("PrimaryActionType").asInt())
                .put("FailedClients", 0)
                .put(
                    "OfflineClients",
                    operation.path("TotalClients").asInt()
                        - operation.path("CompletedClients").asInt())
                .put("UnknownClients", 0));
  }

  @Override
  public ObjectNode call(String method, ObjectNode parameters) {
    if (!method.equals("InitiateClientOperation")) {
      throw Refusal.notFound("No method " + method + " on SMS_ClientOperation.");
    }
    int type = parameters.path("Type").asInt();
    if (!TYPES.contains(type)) {
      throw Refusal.byProvider("the lab's clients do not know operation " + type);
    }
    String collection = parameters.path("TargetCollectionID").asText();
    List<Long> resources = new ArrayList<>();
    for (JsonNode id : parameters.path("TargetResourceIDs")) {
      resources.add(id.asLong());
    }
    if (resources.isEmpty() && deployments.world().collections().nameOf(collection).isEmpty()) {
      throw Refusal.byProvider("there is no collection '" + collection + "'");
    }
    long id = FIRST_ID + made.size();
    Deployments.Notified clients =
        deployments.notifyClients(
            type,
            collection,
            resources,
            Duration.ofMinutes(parameters.path("RandomizationWindow").asInt()));
    made.add(
        Rows.row()
            .set("ID", id)
            .set("CollectionID", collection)
            .set("PrimaryActionType", type)
            .set("State", 1)
            .set("TotalClients", clients.all())
            .set("CompletedClients", clients.reached())
            .set("CreatedBy", deployments.world().site().user())
            .set("RequestedTime", deployments.world().timeline().now())
            .set("SourceSite", deployments.world().site().code())
            .done());
    return Rows.row().set("OperationID", id).set("ReturnValue", 0).done();
  }
}
