package dev.garrison.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.connection.signin.TokenScheme;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which request goes on which connection, seen from a server that signs connections in. */
@Tag("first")
final class SigningExecutorIT {
  private static final String BODY = "x".repeat(50_000);

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final Set<Integer> signedIn = Collections.synchronizedSet(new HashSet<>());
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private volatile boolean forgets;
  private volatile boolean closes;
  private volatile String offered = "Negotiate";
  private volatile int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    workers.close();
  }

  /** One token for each connection; anything else on it is told to sign in. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int connection = exchange.getRemoteAddress().getPort();
      int length = exchange.getRequestBody().readAllBytes().length;
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      if (status != 200) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      if (("Negotiate " + encoded("let me in")).equals(token)) {
        signedIn.add(connection);
        exchange.getResponseHeaders().set("WWW-Authenticate", "Negotiate " + encoded("welcome"));
      }
      boolean known = signedIn.contains(connection);
      log.add(
          "%s %s %d %s"
              .formatted(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  length,
                  known ? "known" : "stranger"));
      if (!known) {
        exchange.getResponseHeaders().set("WWW-Authenticate", offered);
        if (closes) {
          closes = false;
          exchange.getResponseHeaders().set("Connection", "close");
        }
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      if (forgets) {
        forgets = false;
        signedIn.remove(connection);
      }
      byte[] body = ("to " + connection).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Says one word, and waits for one. */
  private static final class OneWord implements TokenScheme {
    private final String word;

    OneWord(String word) {
      this.word = word;
    }

    @Override
    public List<String> names() {
      return List.of("Negotiate");
    }

    @Override
    public boolean opens() {
      return true;
    }

    @Override
    public TokenExchange begin(ContactedServer contacted) {
      return new TokenExchange() {
        @Override
        public byte[] next(Optional<byte[]> fromServer) {
          return word.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void accepted(Optional<byte[]> fromServer) {
          assertThat(fromServer.orElseThrow())
              .isEqualTo("welcome".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Diagnostic rejected() {
          return Diagnostic.error(SignInCode.SIGN_IN_REJECTED, "Rejected.", "Say another word.");
        }
      };
    }
  }

  private static HttpTransport transport(String word) {
    return new HttpTransport(
        new ConnectionPolicy(
            new Authentication.Tokens(new OneWord(word), false), false, Timeouts.DEFAULT),
        4);
  }

  private String send(HttpTransport transport, String method) {
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/app/thing");
    Optional<HttpCall.Body> body =
        method.equals("POST")
            ? Optional.of(new HttpCall.Body("application/json", BODY))
            : Optional.empty();
    return transport.send(
        new HttpCall(method, address, "text/plain", body, Duration.ofSeconds(30)),
        answer ->
            answer.status()
                + " "
                + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void aBodyGoesOnlyOnAConnectionThatIsSignedIn() {
    try (HttpTransport transport = transport("let me in")) {
      send(transport, "POST");
      send(transport, "POST");
    }
    assertThat(log)
        .containsExactly(
            "GET /app/ 0 known", "POST /app/thing 50000 known", "POST /app/thing 50000 known");
  }

  @Test
  void aGetSignsInByItself() {
    try (HttpTransport transport = transport("let me in")) {
      send(transport, "GET");
      send(transport, "POST");
    }
    assertThat(log).containsExactly("GET /app/thing 0 known", "POST /app/thing 50000 known");
  }

  @Test
  void deletingIsNoWayToSignIn() {
    try (HttpTransport transport = transport("let me in")) {
      send(transport, "DELETE");
    }
    assertThat(log).containsExactly("GET /app/ 0 known", "DELETE /app/thing 0 known");
  }

  @Test
  void aServerThatForgetsInTheMiddleIsSignedInToAgain() {
    try (HttpTransport transport = transport("let me in")) {
      send(transport, "GET");
      forgets = true;
      send(transport, "GET");
      assertThat(send(transport, "POST")).startsWith("200 ");
    }
    assertThat(log)
        .containsExactly(
            "GET /app/thing 0 known",
            "GET /app/thing 0 known",
            "POST /app/thing 50000 stranger",
            "GET /app/ 0 known",
            "POST /app/thing 50000 known");
  }

  @Test
  void aServerThatForgetsAndClosesIsSignedInToOnANewConnection() {
    try (HttpTransport transport = transport("let me in")) {
      send(transport, "GET");
      forgets = true;
      send(transport, "GET");
      closes = true;
      assertThat(send(transport, "POST")).startsWith("200 ");
    }
    assertThat(log)
        .endsWith(
            "POST /app/thing 50000 stranger", "GET /app/ 0 known", "POST /app/thing 50000 known");
  }

  @Test
  void aRefusedSignInIsToldAndNothingElseIsSent() {
    try (HttpTransport transport = transport("open sesame")) {
      RefusalException refusal =
          catchThrowableOfType(RefusalException.class, () -> send(transport, "POST"));
      assertThat(refusal.getMessage())
          .isEqualTo("Rejected. Say another word. [SIGN_IN_REJECTED GAR-0247]");
    }
    assertThat(log).containsExactly("GET /app/ 0 stranger");
  }

  @Test
  void aServerThatIsNotReadyIsToldAsSuchAndGetsNoBody() {
    status = 503;
    try (HttpTransport transport = transport("let me in")) {
      assertThat(send(transport, "POST")).isEqualTo("503 ");
    }
    assertThat(log).isEmpty();
  }

  @Test
  void twoIdentitiesNeverShareAConnection() {
    try (HttpTransport first = transport("let me in");
        HttpTransport second = transport("let me in")) {
      assertThat(send(first, "GET")).isNotEqualTo(send(second, "GET"));
    }
  }

  @Test
  void manyRequestsAtOnceEachGoOnASignedInConnection() throws Exception {
    try (HttpTransport transport = transport("let me in");
        ExecutorService senders = Executors.newFixedThreadPool(8)) {
      List<Future<String>> sent = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        sent.add(senders.submit(() -> send(transport, "POST")));
      }
      for (Future<String> one : sent) {
        assertThat(one.get()).startsWith("200 ");
      }
    }
    assertThat(log).noneMatch(line -> line.endsWith("stranger"));
  }

  @Test
  void aServerThatOffersAnotherWayToSignInIsRefused() {
    offered = "Basic realm=x";
    try (HttpTransport transport = transport("let me out")) {
      assertThat(catchThrowableOfType(RefusalException.class, () -> send(transport, "GET")))
          .hasMessage(
              "localhost:%d offers Basic, but Garrison must sign in with Negotiate. Check that the address is the address of the service, and check \"authentication\". [SIGN_IN_NOT_OFFERED GAR-0224]"
                  .formatted(server.getAddress().getPort()));
    }
  }
}
