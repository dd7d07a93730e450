package dev.garrison.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A lab and a plain HTTP client. */
public final class RawSite implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-24T20:00:00Z");
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Lab lab;

  private RawSite(Lab lab) {
    this.lab = lab;
  }

  public static RawSite start(String site) {
    return start(site, Map.of());
  }

  public static RawSite start(String site, Map<String, Path> shares) {
    return new RawSite(Lab.start(site, new LabOptions(START, shares, Optional.empty())));
  }

  public static RawSite startFile(Path file) {
    return new RawSite(Lab.start(file, new LabOptions(START, Map.of(), Optional.empty())));
  }

  static RawSite of(Lab lab) {
    return new RawSite(lab);
  }

  public Lab lab() {
    return lab;
  }

  public void pass(Duration time) {
    lab.clock().advance(time);
  }

  public record Reply(int status, String text, JsonNode json) {
    public JsonNode value() {
      return json.path("value");
    }

    public String message() {
      return json.path("error").path("message").asText();
    }
  }

  public Reply get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  public Reply post(String path, String body) throws IOException, InterruptedException {
    return send(json(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Reply put(String path, String body) throws IOException, InterruptedException {
    return send(json(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Reply delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  /** A list with a filter; blanks are written as percent 20. */
  public JsonNode list(String set, String filter) throws IOException, InterruptedException {
    return get("wmi/" + set + "?$filter=" + filter.replace(" ", "%20")).value();
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(lab.adminService() + "/" + path))
        .timeout(Duration.ofSeconds(20));
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  public Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    boolean json =
        response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
    return new Reply(
        response.statusCode(),
        response.body(),
        json && !response.body().isEmpty()
            ? mapper.readTree(response.body())
            : mapper.createObjectNode());
  }

  @Override
  public void close() {
    client.close();
    lab.close();
  }
}
