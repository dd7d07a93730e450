package dev.garrison.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.garrison.lab.adminservice.AdminService;
import dev.garrison.lab.adminservice.Answer;
import dev.garrison.lab.adminservice.Request;
import dev.garrison.lab.fault.Fault;
import dev.garrison.lab.fault.Faults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes requests from the socket: notes them, lets faults happen, checks who asks, answers. */
final class Door implements HttpHandler {
  private static final String ROOT = "/AdminService";
  private static final int MOST_BODY_BYTES = 8 * 1024 * 1024;
  private final Supplier<AdminService> site;
  private final Faults faults;
  private final Requests requests;
  private final Optional<Credentials> credentials;
  private final AnswerWriter writer = new AnswerWriter();

  /**
   * @param site the service that the site has now: an upgrade brings another one
   */
  Door(
      Supplier<AdminService> site,
      Faults faults,
      Requests requests,
      Optional<Credentials> credentials) {
    this.site = site;
    this.faults = faults;
    this.requests = requests;
    this.credentials = credentials;
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
    if (!mayEnter(exchange)) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"AdminService\"");
      writer.write(exchange, Answer.text(401, "text/html", ""));
      return;
    }
    if (fault.isEmpty()) {
      writer.write(exchange, site.get().answer(request));
      return;
    }
    switch (fault.get()) {
      case Fault.Status status ->
          writer.write(exchange, site.get().error(status.code(), "The lab was told to fail here."));
      case Fault.CutBeforeEffect ignored -> {}
      case Fault.CutAfterEffect ignored -> writer.discard(site.get().answer(request));
      case Fault.ActAfterEffect act -> {
        writer.discard(site.get().answer(request));
        act.action().run();
      }
      case Fault.ActBeforeAnswer act -> {
        Answer answer = site.get().answer(request);
        act.action().run();
        writer.write(exchange, answer);
      }
      case Fault.SlowBody slow ->
          writer.writeSlowly(exchange, site.get().answer(request), slow.pause());
      case Fault.TruncatedBody ignored -> writer.writeHalf(exchange, site.get().answer(request));
      case Fault.Html ignored ->
          writer.write(
              exchange,
              Answer.text(
                  200, "text/html", "<html><body><h1>Sign in to the proxy</h1></body></html>"));
      case Fault.WmiDenied ignored ->
          writer.write(exchange, site.get().error(404, "Access denied  WMI QUERY: "));
    }
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

  private boolean mayEnter(HttpExchange exchange) {
    if (credentials.isEmpty()) {
      return true;
    }
    String pair = credentials.get().user() + ":" + credentials.get().password();
    String wanted =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }
}
