package dev.garrison.lab.wsus;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.fault.Fault;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.http.Answer;
import dev.garrison.lab.http.Answering;
import dev.garrison.lab.http.Entrance;
import dev.garrison.lab.http.Exchange;
import dev.garrison.lab.http.WebServer;
import dev.garrison.lab.wsus.work.Quirks;
import dev.garrison.lab.wsus.work.Variant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Handles the HTTP requests to one update server. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "CaddyGlow/wsus-rs, docs/wsus-protocol-inventory.md",
    says = "WSUS: paths have no case.")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "notes of a domain controller with WSUS, 2026",
    says =
        "WSUS: without a sign-in, ApiRemoting30 answers 401 and the client services"
            + " answer 200.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "CodyMathis123/I-LOVE-WSUS; MicrosoftDocs/memdocs, WSUS maintenance guide",
    says =
        "WSUS: where SSL is required, plain HTTP answers 403; so does an account in neither group (role 0).")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "proxb/PoshWSUS, Libraries (names in Microsoft's proxy; run against the lab)",
    says =
        "WSUS: a request with Accept-Encoding: xpress gets Content-Encoding: xpress:"
            + " blocks, each after its original and its compressed length in 32 bits,"
            + " little-endian. The length of a block is inferred.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com, httpRuntime maxRequestLength",
    says = "WSUS: a request above 4096 KB is refused with 500.")
final class UpdateServerDoor implements WebServer.Handler {
  static final String PATH = "/ApiRemoting30/WebService.asmx";

  /** Addresses that WSUS clients use without signing in; the lab simulates only that they exist. */
  private static final Set<String> OF_CLIENTS =
      Set.of("/clientwebservice/client.asmx", "/simpleauthwebservice/simpleauth.asmx");

  private static final int MOST_BODY_BYTES = 4096 * 1024;
  private static final String HTML = "text/html; charset=utf-8";
  private static final String XPRESS = "xpress";
  private final SoapService service;
  private final Calls calls;
  private final Quirks quirks;
  private final Faults faults;
  private final Entrance entrance;
  private final Answering answering = new Answering();

  /** Access control of a server, and its deviations from the usual behavior. */
  record Surroundings(Entrance entrance, Quirks quirks) {}

  UpdateServerDoor(SoapService service, Surroundings surroundings, Calls calls, Faults faults) {
    this.service = service;
    this.calls = calls;
    this.quirks = surroundings.quirks();
    this.faults = faults;
    this.entrance = surroundings.entrance();
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    Calls.Visit visit = calls.begin();
    try {
      byte[] body = exchange.body(MOST_BODY_BYTES + 1);
      if (!isForClients(exchange) && !entrance.admits(exchange)) {
        answering.unauthorized(exchange, "WSUS");
        return;
      }
      String operation = service.operationName(body);
      boolean write = exchange.method().equals("POST") && service.isWrite(operation);
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
    } finally {
      visit.end();
    }
  }

  /** Ends the visit before the caller can see the end of the answer. */
  private static Answer endingWith(Answer answer, Calls.Visit visit) {
    return new Answer(
        answer.status(),
        answer.contentType(),
        answer.length(),
        out -> {
          answer.body().writeTo(out);
          visit.end();
        });
  }

  private static boolean isForClients(Exchange exchange) {
    return exchange.method().equals("GET")
        && OF_CLIENTS.contains(exchange.path().toLowerCase(Locale.ROOT));
  }

  private Answer answerTo(Exchange exchange, byte[] body) {
    String path = exchange.path();
    if (isForClients(exchange)) {
      return Answer.text(200, HTML, "<html><body>ClientWebService</body></html>");
    }
    if (!path.toLowerCase(Locale.ROOT).equals(PATH.toLowerCase(Locale.ROOT))) {
      return service.error(404, "File or directory not found.");
    }
    if (quirks.sslRequired() || (quirks.role() == 0 && !quirks.is(Variant.ROLE_ZERO_ANSWERED))) {
      return service.error(403, "Access is denied.");
    }
    if (exchange.method().equals("GET")) {
      if (quirks.is(Variant.NO_DESCRIPTION)) {
        return Answer.text(500, HTML, "<html><body>Runtime Error</body></html>");
      }
      return "wsdl".equalsIgnoreCase(exchange.query())
          ? service.wsdl("http://" + exchange.header("Host") + PATH)
          : Answer.text(200, HTML, "<html><body>ApiRemoting</body></html>");
    }
    if (!exchange.method().equals("POST")) {
      return service.error(405, "Method not allowed.");
    }
    if (body.length > MOST_BODY_BYTES) {
      return service.error(500, "Maximum request length exceeded.");
    }
    return service.answer(exchange.header("Content-Type"), exchange.header("SOAPAction"), body);
  }

  private Answer compressed(Exchange exchange, Answer answer) {
    String accepted = Optional.ofNullable(exchange.header("Accept-Encoding")).orElse("");
    if (quirks.is(Variant.NO_XPRESS) || !accepted.toLowerCase(Locale.ROOT).contains(XPRESS)) {
      return answer;
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try {
      answer.body().writeTo(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("an answer cannot be written to memory", e);
    }
    exchange.with("Content-Encoding", XPRESS);
    byte[] packed = Xpress.encode(plain.toByteArray());
    return Answer.bytes(answer.status(), answer.contentType(), packed);
  }
}
