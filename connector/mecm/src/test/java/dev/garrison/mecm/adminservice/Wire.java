package dev.garrison.mecm.adminservice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.json.Json;
import dev.garrison.lab.LabClock;
import dev.garrison.xml.HardenedXml;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A server whose answers a test writes out, and the adapter that asks it. */
final class Wire implements AutoCloseable {
  static final String SITE = "/AdminService/wmi/SMS_Site";
  static final Timeouts PATIENT =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60));

  final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  final LabClock clock = new LabClock(Instant.parse("2026-11-24T21:00:00Z"));
  private final Json json = new Json();
  private final List<HttpAdminService> opened = new ArrayList<>();

  Wire() {
    server.start();
  }

  private void pause(Duration duration) {
    pauses.add(duration);
    clock.advance(duration);
  }

  URI address() {
    return URI.create("http://localhost:" + server.port() + "/AdminService");
  }

  HttpAdminService service() {
    return service(new Authentication.Anonymous(), PATIENT, address());
  }

  HttpAdminService service(Authentication authentication, Timeouts timeouts, URI... providers) {
    HttpAdminService service =
        new HttpAdminService(
            new AdminServiceSettings(
                List.of(providers), new ConnectionPolicy(authentication, false, timeouts)),
            json,
            new HardenedXml(),
            new Tempo(clock, this::pause, () -> 0.5));
    opened.add(service);
    return service;
  }

  ObjectNode object(String text) {
    return (ObjectNode) json.parse(text);
  }

  static ResponseDefinitionBuilder ok(String body) {
    return answer(200, body);
  }

  static ResponseDefinitionBuilder answer(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; odata.metadata=minimal")
        .withBody(body);
  }

  static ResponseDefinitionBuilder error(int status, String message) {
    return answer(
        status, "{\"error\":{\"code\":\"" + status + "\",\"message\":\"" + message + "\"}}");
  }

  static String rows(String... rows) {
    return "{\"@odata.context\":\"x\",\"value\":[" + String.join(",", rows) + "]}";
  }

  static String row(int number) {
    return "{\"@odata.etag\":\"" + number + "\",\"Number\":" + number + "}";
  }

  static String[] numbered(int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(Wire::row).toArray(String[]::new);
  }

  @Override
  public void close() {
    opened.forEach(HttpAdminService::close);
    server.stop();
  }
}
