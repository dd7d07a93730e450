package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.login.Role;
import dev.garrison.login.TokenText;
import dev.garrison.server.api.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the log files of what people and jobs do. */
final class LoggedIT {
  @TempDir private Path folder;
  private ServedSite served;

  @BeforeEach
  void start() throws InterruptedException {
    served = new ServedSite(folder);
  }

  @AfterEach
  void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private List<JsonNode> lines() {
    return served.log("jsonl").lines().map(new Json()::parse).toList();
  }

  private List<String> messages() {
    return lines().stream().map(line -> line.path("message").asText()).toList();
  }

  @Test
  void anApprovalItsRunAndTheJournalsHeadAreThere() throws InterruptedException {
    assertThat(served.post(Role.APPROVER, "/runs/1/approve", "").statusCode()).isEqualTo(202);
    JobRun ended = served.ended();
    assertThat(messages())
        .containsSubsequence(
            "Run %d of job 'rollout' began: approval, mode plan-only, by token 'the-approver' (approver)."
                .formatted(ended.id()),
            "The journal of %s ends with the head %s."
                .formatted(ended.journals().getFirst().run(), ended.journals().getFirst().head()),
            "Run %d of job 'rollout' ended after 0 s, waiting: %s."
                .formatted(ended.id(), ended.summary()))
        .contains(
            "token 'the-approver' (approver) from 127.0.0.1: POST /api/v1/runs/1/approve, answered 202.");
    assertThat(lines())
        .filteredOn(line -> line.path("component").asText().equals("run"))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.path("run").asLong() == ended.id())
        .allMatch(line -> line.path("job").asText().equals("rollout"));
    assertThat(served.log("log").lines()).hasSameSizeAs(lines());
  }

  @Test
  void aRunThatFailedIsThereWithItsCode() throws InterruptedException {
    served.site().manifest().replace("maxDevices: 25", "maxDevices: 24");
    assertThat(served.post(Role.APPROVER, "/runs/1/approve", "").statusCode()).isEqualTo(202);
    served.ended();
    assertThat(lines())
        .filteredOn(line -> line.path("code").asText().equals("GAR-0506"))
        .singleElement()
        .matches(line -> line.path("level").asText().equals("error"));
    assertThat(served.log("log")).contains(" [GAR-0506]]LOG]!><time=\"").contains(" type=\"3\"");
  }

  @Test
  void whoIsNotLetInIsThereAndHisTokenIsNot() {
    String forged = TokenText.fresh(new SecureRandom()).text();
    served.ask(Route.Method.GET, "/api/v1/status", Optional.of(forged), "");
    served.post(Role.VIEWER, "/jobs/status/pause", "");
    served.get("/status");
    assertThat(lines())
        .map(line ->
            line.path("level").asText()
                + " "
                + line.path("code").asText()
                + " "
                + line.path("message").asText())
        .containsExactly(
            "warn GAR-1085 nobody from 127.0.0.1: GET /api/v1/status, answered 401. The request has no valid token. Send \"Authorization: Bearer TOKEN\" with a token from \"garrison token create\".",
            "warn GAR-1086 token 'the-viewer' (viewer) from 127.0.0.1: POST /api/v1/jobs/status/pause, answered 403. This request requires the role operator, but the token has the role viewer. Use a token with that role, for example from \"garrison token create --role operator --name NAME\".");
    assertThat(served.log("jsonl") + served.log("log"))
        .doesNotContain(forged.substring(10), served.token(Role.VIEWER).substring(10));
  }

  @Test
  void whoSignsInWithABrowserIsThereAndTheTokenIsNot() {
    String token = served.token(Role.OPERATOR);
    for (String sent : List.of("garrison_" + "x".repeat(43), token)) {
      served.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + "/signin"))
              .header("Sec-Fetch-Site", "same-origin")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("token=" + sent))
              .build());
    }
    assertThat(messages())
        .containsExactly(
            "nobody from 127.0.0.1: POST /signin, answered 401.",
            "token 'the-operator' (operator) from 127.0.0.1: POST /signin, answered 303.");
    assertThat(served.log("jsonl") + served.log("log")).doesNotContain(token.substring(10), "xxxx");
  }

  @Test
  void noPathAndNoReasonMakesALineOfItsOwn() throws IOException, InterruptedException {
    served.raw(
        "POST /api/v1/jobs/x%0d%0a%7b%22at%22:%22forged%22%7d%e2%80%a8]LOG]!%3E/run HTTP/1.1\r\n"
            + served.fields(Role.OPERATOR)
            + "Content-Length: 0\r\n\r\n");
    assertThat(served.post(Role.APPROVER, "/runs/1/approve", "").statusCode()).isEqualTo(202);
    served.ended();
    assertThat(
            served
                .post(
                    Role.OPERATOR,
                    "/rings/pilot/halt",
                    "{\"reason\":\"x]LOG]!><![LOG[forged\u2028\u202e\"}")
                .statusCode())
        .isEqualTo(202);
    served.ended();
    assertThat(lines()).isNotEmpty().noneMatch(line -> line.path("at").asText().equals("forged"));
    assertThat(served.log("jsonl").lines()).allMatch(line -> line.startsWith("{\"at\":\"20"));
    assertThat(served.log("log").lines())
        .hasSameSizeAs(lines())
        .allMatch(line -> line.startsWith("<![LOG[") && line.endsWith("file=\"\">"))
        .allMatch(line -> line.indexOf("]LOG]!>") == line.lastIndexOf("]LOG]!>"));
  }

  @Test
  void whoAsksTooOftenDoesNotFillTheLog() {
    for (int index = 0; index < 40; index++) {
      served.ask(Route.Method.GET, "/api/v1/status", Optional.of("x"), "");
    }
    assertThat(lines()).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/v1/nothing/%s HTTP/1.1|Host: 127.0.0.1",
        "POST /nothing/%s HTTP/1.1|Host: 127.0.0.1",
        "POST /metrics HTTP/1.1|Host: 127.0.0.1",
        "PUT /signin HTTP/1.1|Host: 127.0.0.1",
        "POST /signin HTTP/1.1|Host: 127.0.0.1",
        "POST /actions/jobs/status/run HTTP/1.1|Host: 127.0.0.1|Sec-Fetch-Site: same-origin",
        "POST /signout HTTP/1.1|Host: 127.0.0.1",
        "POST /%s HTTP/1.1|Host: elsewhere.example"
      })
  void noStrangerFillsTheLogWhateverHeAsksFor(String request) throws IOException {
    String sent =
        request.formatted("x".repeat(6000)).replace("|", "\r\n")
            + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    for (int index = 0; index < 40; index++) {
      assertThat(served.raw(sent)).startsWith("HTTP/1.1 ");
    }
    assertThat(lines()).hasSizeLessThanOrEqualTo(20);
    assertThat(served.log("jsonl").lines()).allMatch(line -> line.length() < 1000);
    served.post(Role.VIEWER, "/jobs/status/pause", "");
    assertThat(messages().getLast())
        .startsWith("token 'the-viewer' (viewer) from 127.0.0.1: POST ");
  }
}
