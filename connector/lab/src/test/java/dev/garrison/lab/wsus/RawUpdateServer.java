package dev.garrison.lab.wsus;

import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.lab.RawSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A lab with update servers and a plain HTTP client that knows no operation. */
final class RawUpdateServer implements AutoCloseable {
  static final String NAMESPACE =
      "http://www.microsoft.com/SoftwareDistribution/Server/ApiRemotingWebService";
  static final String ALL_COMPUTERS = "a0a08746-4dbe-4a37-9adf-9e7652c0b421";
  static final String NEVER = "9999-12-31T23:59:59.997";
  static final String ANY_UPDATE =
      "<updateScopeXml>&lt;UpdateScope ApprovedStates=\"-1\" /&gt;</updateScopeXml>"
          + "<preferredCulture>en</preferredCulture>"
          + "<publicationState>2147483647</publicationState>";
  private final HttpClient client = HttpClient.newHttpClient();
  private final Lab lab;
  private final UpdateServer server;

  private RawUpdateServer(Lab lab, UpdateServer server) {
    this.lab = lab;
    this.server = server;
  }

  static RawUpdateServer start() {
    return start("wsus01");
  }

  static RawUpdateServer start(String name) {
    Lab lab = Lab.start("wsus", new LabOptions(RawSite.START, Map.of(), Optional.empty()));
    return new RawUpdateServer(lab, lab.updateServers().named(name));
  }

  /** Another server of the same lab. */
  RawUpdateServer other(String name) {
    return new RawUpdateServer(lab, lab.updateServers().named(name));
  }

  Lab lab() {
    return lab;
  }

  UpdateServer server() {
    return server;
  }

  void pass(Duration time) {
    lab.clock().advance(time);
  }

  static String envelope(String body) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
        + body
        + "</soap:Body></soap:Envelope>";
  }

  static String element(String operation, String parameters) {
    return "<%s xmlns=\"%s\">%s</%s>".formatted(operation, NAMESPACE, parameters, operation);
  }

  SoapReply call(String operation, String parameters) throws IOException, InterruptedException {
    return send(operation, envelope(element(operation, parameters)));
  }

  /** What must succeed. */
  SoapReply done(String operation, String parameters) throws IOException, InterruptedException {
    SoapReply reply = call(operation, parameters);
    if (reply.status() != 200) {
      throw new AssertionError(operation + " answered " + reply.text());
    }
    return reply;
  }

  SoapReply send(String operation, String envelope) throws IOException, InterruptedException {
    return send(
        post(server.service(), envelope)
            .header("SOAPAction", "\"" + NAMESPACE + "/" + operation + "\""));
  }

  static HttpRequest.Builder post(URI address, String envelope) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "text/xml; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(envelope));
  }

  SoapReply send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new SoapReply(
        response.statusCode(),
        response.headers().firstValue("Content-Encoding").orElse(""),
        new String(response.body(), StandardCharsets.UTF_8));
  }

  static String key(String parameter, String update, int revision) {
    return "<%s><UpdateId>%s</UpdateId><RevisionNumber>%d</RevisionNumber></%s>"
        .formatted(parameter, update, revision, parameter);
  }

  /** The parameters of an approval for install. */
  static String approval(String update, int revision, String group) {
    return approval(update, revision, group, 0, NEVER);
  }

  static String approval(String update, int revision, String group, int action, String deadline) {
    return key("updateId", update, revision)
        + "<deploymentAction>%d</deploymentAction><targetGroupId>%s</targetGroupId>"
            .formatted(action, group)
        + "<deadline>%s</deadline><adminName>garrison</adminName><isAssigned>true</isAssigned>"
            .formatted(deadline);
  }

  /** The id of a group. */
  String group(String name) {
    return server.look(state -> state.groups().named(name).orElseThrow().id()).toString();
  }

  /** The id of the first update that can be approved and has this in its English title. */
  String update(String title) {
    return server
        .look(state ->
            state.holdings().updates().stream()
                .filter(update -> update.latest().revision().explicit())
                .filter(update -> update.latest().revision().texts().english().contains(title))
                .findFirst()
                .map(update -> update.id())
                .orElse(new UUID(0, 0)))
        .toString();
  }

  @Override
  public void close() {
    lab.close();
    client.close();
  }
}
