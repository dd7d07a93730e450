package dev.garrison.wsus.updateserver;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.lab.LabClock;
import dev.garrison.wsus.soap.Contract;
import dev.garrison.xml.HardenedXml;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A server whose answers a test writes out, and the adapter that asks it. */
final class SoapWire implements AutoCloseable {
  private static final Timeouts PATIENT =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60));

  final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  final LabClock clock = new LabClock(Instant.parse("2026-11-24T21:00:00Z"));
  private final SoapUpdateServer service;

  SoapWire() {
    server.start();
    service =
        new SoapUpdateServer(
            new UpdateServerSettings(
                URI.create("http://localhost:" + server.port()),
                new ConnectionPolicy(new Authentication.Anonymous(), false, PATIENT),
                Optional.empty(),
                "wsus.servers[0]"),
            Contract.load(),
            new HardenedXml(),
            new Tempo(clock, this::pause, () -> 0.5));
  }

  private void pause(Duration duration) {
    pauses.add(duration);
    clock.advance(duration);
  }

  SoapUpdateServer service() {
    return service;
  }

  /** The server's name as messages show it. */
  String name() {
    return "localhost:" + server.port();
  }

  void answer(ResponseDefinitionBuilder answer) {
    server.stubFor(any(anyUrl()).willReturn(answer));
  }

  int requests() {
    return server.getAllServeEvents().size();
  }

  static ResponseDefinitionBuilder xml(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "text/xml; charset=utf-8")
        .withBody(body);
  }

  /** A successful answer with this in the element of the response. */
  static ResponseDefinitionBuilder result(String operation, String result) {
    return xml(
        200,
        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><"
            + operation
            + "Response xmlns=\""
            + Contract.NAMESPACE
            + "\">"
            + result
            + "</"
            + operation
            + "Response></soap:Body></soap:Envelope>");
  }

  /** A fault of a type, with its words. */
  static ResponseDefinitionBuilder fault(String type, String words) {
    return xml(
        500,
        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
            + "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>x</faultstring><detail>"
            + "<Exception Type=\""
            + type
            + "\" Message=\""
            + words
            + "\"/></detail></soap:Fault></soap:Body></soap:Envelope>");
  }

  @Override
  public void close() {
    service.close();
    server.stop();
  }
}
