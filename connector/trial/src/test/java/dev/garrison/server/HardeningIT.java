package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.login.Role;
import dev.garrison.server.api.Route;
import dev.garrison.server.api.Routes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger sends on purpose. */
final class HardeningIT {
  private static final Limits SHORT =
      new Limits(
          64 * 1024,
          8 * 1024,
          Duration.ofMillis(400),
          Duration.ofMillis(400),
          Duration.ofMillis(300),
          64,
          64,
          5,
          3);
  private static final String HALT = Routes.ROOT + "/rings/pilot/halt";

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3})");

  @TempDir private Path folder;
  private ServedSite served;

  @BeforeEach
  void start() throws InterruptedException {
    served = new ServedSite(folder, SHORT);
  }

  @AfterEach
  void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private static String line(String answer) {
    return answer.lines().findFirst().orElse("nothing");
  }

  @Test
  void everyAnswerSaysWhatABrowserMayDoAndNotWhoAnswers() {
    for (String path : new String[] {"/status", "/nothing"}) {
      var headers = served.get(path).headers();
      assertThat(headers.firstValue("Server")).isEmpty();
      assertThat(headers.firstValue("X-Powered-By")).isEmpty();
      assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(headers.firstValue("Set-Cookie")).isEmpty();
      assertThat(headers.firstValue("Content-Security-Policy"))
          .contains(
              "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
      assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    }
  }

  @Test
  void aTokenThatAsksTooOftenHasToWait() {
    for (int time = 0; time < 5; time++) {
      assertThat(served.get("/jobs").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> refused = served.get("/jobs");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("61");
    assertThat(refused.body()).contains("GAR-1087");
    assertThat(served.post(Role.OPERATOR, "/jobs/expiry/pause", "").statusCode()).isEqualTo(200);
    served.site().pass(Duration.ofMinutes(1));
    assertThat(served.get("/jobs").statusCode()).isEqualTo(200);
  }

  @Test
  void aClockThatIsCorrectedBackwardsLetsNobodyWaitLonger() {
    served.site().runAhead(Duration.ofDays(1));
    for (int time = 0; time < 5; time++) {
      assertThat(served.get("/jobs").statusCode()).isEqualTo(200);
    }
    served.site().runAhead(Duration.ZERO);
    HttpResponse<String> refused = served.get("/jobs");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("61");
    served.site().pass(Duration.ofMinutes(1));
    assertThat(served.get("/jobs").statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverGuessesTokensHasToWaitAndHoldsUpNobodyElse() {
    for (int time = 0; time < 3; time++) {
      assertThat(guess()).isEqualTo(401);
    }
    assertThat(guess()).isEqualTo(429);
    assertThat(served.get("/jobs").statusCode()).isEqualTo(200);
    served.site().pass(Duration.ofMinutes(1));
    assertThat(guess()).isEqualTo(401);
  }

  private int guess() {
    return served
        .ask(Route.Method.GET, Routes.ROOT + "/jobs", Optional.of("garrison_guess"), "")
        .statusCode();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example:8740",
        "evil.example:8740",
        "localhost.evil"
      })
  void aPageThatTurnedItsNameToThisComputerIsRefused(String host) throws IOException {
    String answer =
        served.raw(
            "GET /health/live HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host));
    assertThat(line(answer)).isEqualTo("HTTP/1.1 421 Misdirected Request");
    assertThat(answer).contains("GAR-1088");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:9", "127.0.0.1", "[::1]:8740"})
  void thisComputerHasSeveralNames(String host) throws IOException {
    assertThat(
            line(
                served.raw(
                    "GET /health/live HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                        .formatted(host))))
        .isEqualTo("HTTP/1.1 200 OK");
  }

  @Test
  void aBodyThatSaysItIsTooLongIsNotRead() throws IOException {
    String answer =
        served.raw(
            "POST %s HTTP/1.1\r\n%sContent-Type: application/json\r\nContent-Length: 70000\r\n\r\n"
                .formatted(HALT, served.fields(Role.OPERATOR)));
    assertThat(line(answer)).isEqualTo("HTTP/1.1 413 Payload Too Large");
    assertThat(answer).contains("The request body is larger than 64 KiB.");
  }

  @Test
  void aBodyThatGrowsTooLongIsCut() throws IOException {
    String answer =
        served.raw(
            "POST %s HTTP/1.1\r\n%sContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n11171\r\n%s\r\n0\r\n\r\n"
                .formatted(HALT, served.fields(Role.OPERATOR), "x".repeat(0x11171)));
    assertThat(line(answer)).isEqualTo("HTTP/1.1 413 Payload Too Large");
  }

  @Test
  void aBodyThatDoesNotComeIsNotWaitedFor() throws IOException {
    String answer =
        served.raw(
            "POST %s HTTP/1.1\r\n%sContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{\"rea"
                .formatted(HALT, served.fields(Role.OPERATOR)));
    assertThat(line(answer)).isEqualTo("HTTP/1.1 408 Request Timeout");
  }

  @Test
  void headersThatDoNotComeEndTheConnection() throws IOException {
    assertThat(served.raw("GET /health/live HTTP/1.1\r\nHost: 127")).isEmpty();
  }

  @Test
  void headersThatAreTooLongAreRefusedWithACode() throws IOException {
    String answer =
        served.raw(
            "GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Long: %s\r\n\r\n"
                .formatted("x".repeat(9000)));
    assertThat(line(answer)).isEqualTo("HTTP/1.1 431 Request Header Fields Too Large");
    assertThat(answer).contains("GAR-1088").contains("nosniff").doesNotContain("etty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/../../etc/passwd",
        "/api/v1/%2e%2e/%2e%2e/etc/passwd",
        "/api/v1/servers/..%2f..%2fetc%2fpasswd",
        "/api/v1/servers/%00",
        "/api/v1/servers/a%0d%0aSet-Cookie:%20a=b",
        "//api//v1//status",
        "/api/v1/status;role=approver",
        "/api/v1/status%",
        "/health/live%0a"
      })
  void addressesThatAreNoneEndInARefusal(String path) throws IOException {
    String answer =
        served.raw("GET %s HTTP/1.1\r\n%s\r\n".formatted(path, served.fields(Role.VIEWER)));
    assertThat(line(answer)).matches("HTTP/1.1 (400|404) .*");
    assertThat(answer)
        .contains("\"code\":\"GAR-10")
        .doesNotContain("root:")
        .doesNotContain("\r\nSet-Cookie")
        .doesNotContain("at dev.garrison")
        .doesNotContain("etty");
  }

  @Test
  void aSecondAuthorizationIsNone() throws IOException {
    String answer =
        served.raw(
            "GET /api/v1/status HTTP/1.1\r\n%sAuthorization: Bearer x\r\n\r\n"
                .formatted(served.fields(Role.VIEWER)));
    assertThat(line(answer)).isEqualTo("HTTP/1.1 401 Unauthorized");
    assertThat(answer).contains("WWW-Authenticate: Bearer realm=\"garrison\"");
  }

  @Test
  void aTokenInOtherLettersIsNoneEvenWhereAConnectionBroughtTheTrueOneBefore() throws IOException {
    String token = served.token(Role.VIEWER);
    assertThat(statusesOnOneConnection(token, token, shouted(token)))
        .containsExactly("200", "200", "401");
  }

  @Test
  void aTokenIsReadAsItWasSentWhateverAConnectionBroughtBefore() throws IOException {
    String token = served.token(Role.VIEWER);
    assertThat(statusesOnOneConnection("x", "GARRISON_", shouted(token), token))
        .containsExactly("401", "401", "401", "200");
  }

  private static String shouted(String token) {
    return token.substring(0, 9) + token.substring(9).toUpperCase(Locale.ROOT);
  }

  /** Asks with each of these tokens, as a proxy does that has one connection for many people. */
  private List<String> statusesOnOneConnection(String... tokens) throws IOException {
    StringBuilder requests = new StringBuilder();
    for (String token : tokens) {
      requests.append(
          "GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(token));
    }
    requests.append("GET /none HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    List<String> statuses =
        STATUS
            .matcher(served.raw(requests.toString()))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(statuses.getLast()).isEqualTo("404");
    return statuses.subList(0, statuses.size() - 1);
  }

  @Test
  void aFormOfAnotherSiteIsNotRead() throws IOException {
    String answer =
        served.raw(
            "POST %s HTTP/1.1\r\n%sContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=b"
                .formatted(HALT, served.fields(Role.OPERATOR)));
    assertThat(line(answer)).isEqualTo("HTTP/1.1 415 Unsupported Media Type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"reason\":1}",
        "{\"reason\":\"a\",\"more\":1}",
        "{\"reason\":\"\"}",
        "{\"reason\":\"a\\nb\"}",
        "null"
      })
  void whatIsNotAReasonIsRefused(String body) {
    HttpResponse<String> answer = served.post(Role.OPERATOR, "/rings/pilot/halt", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("GAR-1088");
  }

  @Test
  void whatTheQueryMisspellsIsRefused() {
    assertThat(served.get("/servers?rnig=pilot").statusCode()).isEqualTo(400);
    assertThat(served.get("/servers?ring=a&ring=b").statusCode()).isEqualTo(400);
    assertThat(served.get("/servers?limit=1001").statusCode()).isEqualTo(400);
    assertThat(served.get("/servers?after=%21").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
  void otherMethodsAreNotKnown(String method) throws IOException {
    String answer =
        served.raw(
            "%s /api/v1/status HTTP/1.1\r\n%s\r\n".formatted(method, served.fields(Role.APPROVER)));
    assertThat(line(answer)).matches("HTTP/1.1 (404|405) .*");
    assertThat(answer).contains("GAR-1089");
  }

  @Test
  void aServiceThatEndsIsNotReadyAndStillAlive() {
    served.endJobs();
    HttpResponse<String> ready =
        served.ask(Route.Method.GET, "/health/ready", Optional.empty(), "");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).isEqualTo("{\"problems\":[],\"status\":\"down\"}");
    assertThat(served.ask(Route.Method.GET, "/health/live", Optional.empty(), "").statusCode())
        .isEqualTo(200);
    HttpResponse<String> halt =
        served.post(Role.OPERATOR, "/rings/pilot/halt", "{\"reason\":\"too late\"}");
    assertThat(halt.statusCode()).isEqualTo(503);
    assertThat(halt.body()).contains("GAR-1093");
    assertThat(served.schedule().history().runs().latest(Optional.empty(), 9))
        .as("runs that nobody would end")
        .allMatch(run -> run.ended().isPresent());
  }

  @Test
  void healthTellsNothingElse() {
    HttpResponse<String> live = served.ask(Route.Method.GET, "/health/live", Optional.empty(), "");
    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(live.body()).isEqualTo("{\"problems\":[],\"status\":\"up\"}");
    assertThat(served.ask(Route.Method.GET, "/health/ready", Optional.empty(), "").body())
        .isEqualTo("{\"problems\":[],\"status\":\"up\"}");
  }

  @Test
  void whereHealthIsToldBesidesNothingElseIs() {
    for (String path : List.of("/health/live", "/health/ready")) {
      HttpResponse<String> told = besides(path);
      assertThat(told.statusCode()).isEqualTo(200);
      assertThat(told.body()).isEqualTo("{\"problems\":[],\"status\":\"up\"}");
    }
    for (String path :
        List.of("/api/v1/status", "/metrics", "/signin", "/", "/health/../api/v1/status")) {
      HttpResponse<String> refused = besides(path);
      assertThat(refused.statusCode()).as(path).isEqualTo(404);
      assertThat(refused.body()).contains("GAR-1088").doesNotContain("etty");
    }
  }

  private HttpResponse<String> besides(String path) {
    return served.send(
        HttpRequest.newBuilder(URI.create(served.health() + path))
            .header("Authorization", "Bearer " + served.token(Role.APPROVER))
            .build());
  }

  @Test
  void aManifestThatChangedSinceTheStartIsToldToMonitors() {
    served.site().manifest().replace("maxDevices: 25", "maxDevices: 24");
    HttpResponse<String> ready =
        served.ask(Route.Method.GET, "/health/ready", Optional.empty(), "");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body())
        .isEqualTo(
            "{\"problems\":[\"the manifest was changed after the service started: jobs use the new manifest, but schedules, webhooks, and the rings on pages change only after a restart\"],\"status\":\"up\"}");
  }
}
