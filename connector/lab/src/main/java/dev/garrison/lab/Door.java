package dev.garrison.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.garrison.lab.adminservice.AdminService;
import dev.garrison.lab.adminservice.Request;
import dev.garrison.lab.fault.Fault;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.http.Answer;
import dev.garrison.lab.http.Answering;
import dev.garrison.lab.http.Entrance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes requests from the socket: notes them, lets faults happen, checks who asks, answers. */
final class Door implements HttpHandler {
  private static final String ROOT = "/AdminService";
  private static final int MOST_BODY_BYTES = 8 * 1024 * 1024;
  private final Supplier<AdminService> site;
  private final Faults faults;
  private final Requests requests;
  private final Entrance entrance;
  private final Answering answering = new Answering();

  /**
   * @param site the service that the site has now: an upgrade brings another one
   */
  Door(Supplier<AdminService> site, Faults faults, Requests requests, Entrance entrance) {
    this.site = site;
    this.faults = faults;
    this.requests = requests;
    this.entrance = entrance;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = read(exchange);
      String address =
          request.query() == null ? request.path() : request.path() + "?" + request.query();
      requests.add(
          new ServedRequest(
              request.method(), address, new String(request.body(), StandardCharsets.UTF_8)));
      serve(exchange, request, faults.next(request.method(), address));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(HttpExchange exchange, Request request, Optional<Fault> fault)
      throws IOException, InterruptedException {
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

  private static Request read(HttpExchange exchange) throws IOException {
    String raw = exchange.getRequestURI().getRawPath();
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES);
    return new Request(
        exchange.getRequestMethod(),
        "http://" + exchange.getRequestHeaders().getFirst("Host") + ROOT,
        raw.startsWith(ROOT) ? raw.substring(ROOT.length()) : raw,
        exchange.getRequestURI().getRawQuery(),
        exchange.getRequestHeaders().getFirst("Content-Type"),
        body);
  }
}
