package dev.garrison.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.garrison.lab.adminservice.Provider;
import dev.garrison.lab.adminservice.client.Inventory;
import dev.garrison.lab.adminservice.content.Distribution;
import dev.garrison.lab.adminservice.deployment.Deployments;
import dev.garrison.lab.adminservice.pivot.PivotOperations;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.Sensors;
import dev.garrison.lab.device.ServiceState;
import dev.garrison.lab.device.Snapshot;
import dev.garrison.lab.http.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The door by which a real server that joined the site reports what happened on it. Addresses are
 * {@code /LabClient/NAME/WORD}:
 *
 * <ul>
 *   <li>{@code POST policy}: the server requests policy and holds what targets it from now on.
 *   <li>{@code POST state}: {@code assignment}, {@code state} (an EnforcementState) and {@code
 *       errorCode} of a deployment.
 *   <li>{@code POST inventory}: {@code sensor} (OnboardingState, OrgId, SenseIsRunning; absent
 *       without the class), {@code antivirus} (AMRunningMode, RealTimeProtectionEnabled; absent
 *       where nothing says) and {@code services} (Name, State, StartMode).
 *   <li>{@code GET content/ID}: {@code hash} of a content as the site took it in; 404 while no
 *       distribution point has it.
 *   <li>{@code GET questions}: CMPivot operations that wait for the server, with the entities to
 *       read; {@code POST answer}: {@code operation}, and {@code entities} with their {@code rows}.
 * </ul>
 */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "this project: no real site has this endpoint",
    says =
        "Only in the lab: a real server can take the place of a device. Nothing is"
            + " simulated on it then; it reads the AdminService like any client and reports"
            + " deployment states, inventory and CMPivot rows at /LabClient, where a real"
            + " client would talk to a management point.")
final class ClientDoor {
  static final String ROOT = "/LabClient";
  private static final int LEAST_STATE = 1000;
  private static final int MOST_STATE = 5999;

  private final Supplier<Provider> provider;
  private final Site site;
  private final JsonMapper mapper = new JsonMapper();

  /** Parts of the site that a report changes. */
  record Site(
      Timeline timeline,
      Fleet fleet,
      Inventory inventory,
      Distribution distribution,
      Deployments deployments,
      PivotOperations pivot) {}

  /**
   * @param provider the provider of the site's current release
   */
  ClientDoor(Supplier<Provider> provider, Site site) {
    this.provider = provider;
    this.site = site;
  }

  /** Carries out a report, or says why not. */
  Answer answer(String method, String path, byte[] body) {
    try {
      JsonNode sent = body.length == 0 ? mapper.createObjectNode() : mapper.readTree(body);
      JsonNode told = provider.get().alone(() -> act(method, path, sent));
      return Answer.text(200, Answer.JSON, told.toString());
    } catch (Refusal refusal) {
      return Answer.text(refusal.status(), "text/plain", refusal.reason());
    } catch (IOException e) {
      return Answer.text(400, "text/plain", "The body is not JSON.");
    }
  }

  private JsonNode act(String method, String path, JsonNode body) {
    String[] parts = path.substring(ROOT.length()).split("/", -1);
    if (parts.length < 3) {
      throw Refusal.notFound("An address is " + ROOT + "/NAME/WORD.");
    }
    int device = joined(parts[1]);
    if (parts.length == 4 && parts[2].equals("content")) {
      return hash(parts[3]);
    }
    switch (method + " " + parts[2]) {
      case "POST policy" -> site.deployments().requestPolicy(device);
      case "POST state" -> state(device, body);
      case "POST inventory" -> inventory(device, body);
      case "GET questions" -> {
        return questions(device);
      }
      case "POST answer" ->
          site.pivot().answered(device, body.path("operation").asLong(), body.path("entities"));
      default -> throw Refusal.notFound("There is no " + method + " " + parts[2] + " here.");
    }
    return mapper.createObjectNode();
  }

  private int joined(String name) {
    return IntStream.range(0, site.fleet().size())
        .filter(index -> site.fleet().at(index).name().equals(name))
        .filter(index -> site.fleet().at(index).joined())
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("No real server '" + name + "' joined this site."));
  }

  private JsonNode hash(String contentId) {
    return site.distribution()
        .hash(contentId)
        .map(hash -> mapper.createObjectNode().put("hash", hash))
        .orElseThrow(() -> Refusal.notFound("No distribution point has " + contentId + "."));
  }

  private void state(int device, JsonNode body) {
    int state = body.path("state").asInt();
    if (state < LEAST_STATE || state > MOST_STATE) {
      throw Refusal.badRequest("'state' is an EnforcementState, not " + body.path("state") + ".");
    }
    long assignment = body.path("assignment").asLong();
    if (!site.deployments().reported(device, assignment, state, body.path("errorCode").asLong())) {
      throw Refusal.notFound("Deployment " + assignment + " does not target this server.");
    }
  }

  private void inventory(int device, JsonNode body) {
    List<ServiceState> services =
        body.path("services")
            .valueStream()
            .map(service ->
                new ServiceState(
                    service.path("Name").asText(),
                    service.path("State").asText(),
                    service.path("StartMode").asText()))
            .toList();
    JsonNode antivirus = body.path("antivirus");
    site.inventory()
        .sent(
            device,
            new Snapshot(
                services,
                List.of(),
                Optional.of(antivirus.path("AMRunningMode").asText())
                    .filter(mode -> !mode.isEmpty()),
                antivirus.path("RealTimeProtectionEnabled").asBoolean()),
            sensor(body.path("sensor")));
  }

  private Optional<Sensors.Report> sensor(JsonNode sensor) {
    return sensor.isObject()
        ? Optional.of(
            new Sensors.Report(
                sensor.path("OrgId").asText(),
                sensor.path("OnboardingState").asInt() == 1,
                sensor.path("SenseIsRunning").asBoolean(),
                site.timeline().now()))
        : Optional.empty();
  }

  private ArrayNode questions(int device) {
    return JsonNodeFactory.instance.arrayNode().addAll(site.pivot().questions(device));
  }
}
