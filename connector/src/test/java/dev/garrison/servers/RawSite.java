package dev.garrison.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.Lab;
import dev.garrison.lab.adminservice.schema.Spelling;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Somebody else on the site: plain HTTP, with nothing of our client in between. */
public final class RawSite implements AutoCloseable {
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI service;
  private final Spelling spelling;

  public RawSite(URI service) {
    this(service, Spelling.OF_THE_CLASS);
  }

  /** Speaks as the site spells at this time; its callers need not know how. */
  public RawSite(Lab lab) {
    this(lab.adminService(), lab.spelling());
  }

  private RawSite(URI service, Spelling spelling) {
    this.service = service;
    this.spelling = spelling;
  }

  /** The first object of a class with this name. */
  public JsonNode named(String type, String property, String name) {
    String filter =
        URLEncoder.encode(property + " eq '" + name + "'", StandardCharsets.UTF_8)
            .replace("+", "%20");
    JsonNode rows = get(type + "?$filter=" + filter).path("value");
    if (rows.isEmpty()) {
      throw new AssertionError("the site has no " + type + " '" + name + "'");
    }
    return rows.get(0);
  }

  public JsonNode get(String path) {
    return send(request(path).GET());
  }

  public JsonNode post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(spelled(path, body))));
  }

  public JsonNode put(String path, String body) {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(spelled(path, body))));
  }

  private String spelled(String path, String body) {
    try {
      ObjectNode object = (ObjectNode) mapper.readTree(body);
      boolean method = path.contains("AdminService.");
      return (method ? spelling.within(object) : spelling.object(object)).toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public void delete(String path) {
    send(request(path).DELETE());
  }

  /** Makes a device collection that holds these servers; on a site before 2111 it can hold none. */
  public String collection(String name, String limit, String... servers) {
    String limitId = named("SMS_Collection", "Name", limit).path("CollectionID").asText();
    String id =
        post(
                "SMS_Collection",
                """
                {"Name": "%s", "CollectionType": 2, "LimitToCollectionID": "%s"}\
                """
                    .formatted(name, limitId))
            .path("CollectionID")
            .asText();
    for (String server : servers) {
      direct(id, "AddMembershipRule", server);
    }
    return id;
  }

  /** Adds a server to a collection, or takes it out, and has the collection evaluated. */
  public void direct(String collection, String method, String server) {
    long device = named("SMS_R_System", "Name", server).path("ResourceId").asLong();
    post(
        "SMS_Collection('%s')/AdminService.%s".formatted(collection, method),
        """
        {"collectionRule": {"@odata.type": "#AdminService.SMS_CollectionRuleDirect",
          "ResourceClassName": "SMS_R_System", "ResourceID": %d, "RuleName": "%s"}}\
        """
            .formatted(device, server));
    post("SMS_Collection('%s')/AdminService.RequestRefresh".formatted(collection), "{}");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service + "/wmi/" + path))
        .header("Content-Type", "application/json");
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(answer.statusCode() + ": " + answer.body());
      }
      return answer.body().isBlank()
          ? mapper.createObjectNode()
          : read((ObjectNode) mapper.readTree(answer.body()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A list's own member is none of a class. */
  private JsonNode read(ObjectNode answer) {
    return answer.has("value") ? spelling.within(answer) : spelling.object(answer);
  }

  @Override
  public void close() {
    client.close();
  }
}
