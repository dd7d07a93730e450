package dev.garrison.lab.wsus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.fault.Fault;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.http.Answer;
import dev.garrison.lab.http.Answering;
import dev.garrison.lab.http.Entrance;
import dev.garrison.lab.wsus.work.Quirks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** Takes requests to one update server from the socket. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "CaddyGlow/wsus-rs, docs/wsus-protocol-inventory.md",
    says = "WSUS: paths have no case.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "CodyMathis123/I-LOVE-WSUS; MicrosoftDocs/memdocs, WSUS maintenance guide",
    says =
        "WSUS: where SSL is required, plain HTTP answers 403; so does an account in neither group (role 0).")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "proxb/PoshWSUS, Libraries (names in Microsoft's proxy)",
    says =
        "WSUS: who sends Accept-Encoding: xpress gets Content-Encoding: xpress. Its framing is inferred.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com, httpRuntime maxRequestLength",
    says = "WSUS: a request above 4096 KB is refused with 500.")
final class UpdateServerDoor implements HttpHandler {
  static final String PATH = "/ApiRemoting30/WebService.asmx";
  private static final int MOST_BODY_BYTES = 4096 * 1024;
  private static final String XPRESS = "xpress";
  private final SoapService service;
  private final Calls calls;
  private final Quirks quirks;
  private final Faults faults;
  private final Entrance entrance;
  private final Answering answering = new Answering();

  /** What a door stands in: who may enter, and how the server differs. */
  record Surroundings(Entrance entrance, Quirks quirks) {}

  UpdateServerDoor(SoapService service, Surroundings surroundings, Calls calls, Faults faults) {
    this.service = service;
    this.calls = calls;
    this.quirks = surroundings.quirks();
    this.faults = faults;
    this.entrance = surroundings.entrance();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Calls.Visit visit = calls.begin();
    try {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
      if (!entrance.admits(exchange)) {
        answering.unauthorized(exchange, "WSUS");
        return;
      }
      String operation = service.operationName(body);
      boolean write = exchange.getRequestMethod().equals("POST") && service.isWrite(operation);
      Optional<Fault> fault = faults.next(write ? "POST" : "GET", PATH + "/" + operation);
      boolean slow = fault.filter(Fault.SlowBody.class::isInstance).isPresent();
      answering.serve(
          exchange,
          new Answering.Service() {
            @Override
            public Answer answer() {
              Answer answer = compressed(exchange, answerTo(exchange, body));
              return slow ? answer : endingWith(answer, visit);
            }

            @Override
            public Answer error(int status, String text) {
              return service.error(status, text);
            }
          },
          fault);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      visit.end();
      exchange.close();
    }
  }

  /** Ends the visit before the caller can see the end of the answer. */
  private static Answer endingWith(Answer answer, Calls.Visit visit) {
    return new Answer(
        answer.status(),
        answer.contentType(),
        out -> {
          answer.body().writeTo(out);
          visit.end();
        });
  }

  private Answer answerTo(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getRawPath();
    if (!path.toLowerCase(Locale.ROOT).equals(PATH.toLowerCase(Locale.ROOT))) {
      return service.error(404, "File or directory not found.");
    }
    if (quirks.sslRequired() || quirks.role() == 0) {
      return service.error(403, "Access is denied.");
    }
    if (exchange.getRequestMethod().equals("GET")) {
      return "wsdl".equalsIgnoreCase(exchange.getRequestURI().getRawQuery())
          ? service.wsdl("http://" + exchange.getRequestHeaders().getFirst("Host") + PATH)
          : Answer.text(200, "text/html; charset=utf-8", "<html><body>ApiRemoting</body></html>");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return service.error(405, "Method not allowed.");
    }
    if (body.length > MOST_BODY_BYTES) {
      return service.error(500, "Maximum request length exceeded.");
    }
    return service.answer(
        exchange.getRequestHeaders().getFirst("Content-Type"),
        exchange.getRequestHeaders().getFirst("SOAPAction"),
        body);
  }

  private Answer compressed(HttpExchange exchange, Answer answer) {
    String accepted =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Encoding")).orElse("");
    if (!quirks.compresses() || !accepted.toLowerCase(Locale.ROOT).contains(XPRESS)) {
      return answer;
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try {
      answer.body().writeTo(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("an answer cannot be written to memory", e);
    }
    exchange.getResponseHeaders().set("Content-Encoding", XPRESS);
    byte[] packed = Xpress.encode(plain.toByteArray());
    return new Answer(answer.status(), answer.contentType(), out -> out.write(packed));
  }
}
