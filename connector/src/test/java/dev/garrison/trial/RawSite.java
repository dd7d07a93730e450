package dev.garrison.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

  public RawSite(URI service) {
    this.service = service;
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
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public void delete(String path) {
    send(request(path).DELETE());
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
      return answer.body().isBlank() ? mapper.createObjectNode() : mapper.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
