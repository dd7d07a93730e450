package dev.garrison.lab;

import dev.garrison.lab.adminservice.AdminService;
import dev.garrison.lab.adminservice.Request;
import dev.garrison.lab.fault.Fault;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.http.Answer;
import dev.garrison.lab.http.Answering;
import dev.garrison.lab.http.Entrance;
import dev.garrison.lab.http.Exchange;
import dev.garrison.lab.http.WebServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** Handles requests: records them, applies faults, authenticates the caller, and answers. */
final class Door implements WebServer.Handler {
  private static final String ROOT = "/AdminService";
  private static final int MOST_BODY_BYTES = 8 * 1024 * 1024;
  private final Supplier<AdminService> site;
  private final ClientDoor clients;
  private final Faults faults;
  private final Requests requests;
  private final Entrance entrance;
  private final Answering answering = new Answering();

  /**
   * @param site the service that the site has now; an upgrade replaces it
   * @param clients where real servers report; neither recorded nor disturbed by faults
   */
  Door(
      Supplier<AdminService> site,
      ClientDoor clients,
      Faults faults,
      Requests requests,
      Entrance entrance) {
    this.site = site;
    this.clients = clients;
    this.faults = faults;
    this.requests = requests;
    this.entrance = entrance;
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    if (exchange.path().startsWith(ClientDoor.ROOT)) {
      byte[] body = exchange.body(MOST_BODY_BYTES);
      answering.serve(exchange, () -> clients.answer(exchange.method(), exchange.path(), body));
      return;
    }
    if (!exchange.path().regionMatches(true, 0, ROOT, 0, ROOT.length())) {
      answering.notFound(exchange);
      return;
    }
    Request request = read(exchange);
    String address =
        request.query() == null ? request.path() : request.path() + "?" + request.query();
    requests.add(
        new ServedRequest(
            request.method(), address, new String(request.body(), StandardCharsets.UTF_8)));
    serve(exchange, request, faults.next(request.method(), address));
  }

  private void serve(Exchange exchange, Request request, Optional<Fault> fault) throws IOException {
    if (!entrance.admits(exchange)) {
      answering.unauthorized(exchange, "AdminService");
      return;
    }
    AdminService service = site.get();
    answering.serve(
        exchange,
        new Answering.Service() {
          @Override
          public Answer answer() {
            return service.answer(request);
          }

          @Override
          public Answer error(int status, String text) {
            return service.error(status, text);
          }
        },
        fault);
  }

  private static Request read(Exchange exchange) throws IOException {
    byte[] body = exchange.body(MOST_BODY_BYTES);
    return new Request(
        exchange.method(),
        "http://" + exchange.header("Host") + ROOT,
        exchange.path().substring(ROOT.length()),
        exchange.query(),
        exchange.header("Content-Type"),
        body);
  }
}
