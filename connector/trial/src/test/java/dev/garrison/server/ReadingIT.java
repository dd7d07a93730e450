package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.garrison.json.Json;
import dev.garrison.login.Role;
import dev.garrison.server.api.Route;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be read, and that its description is true. */
final class ReadingIT {
  @TempDir private static Path folder;
  private static ServedSite served;

  @BeforeAll
  static void start() throws InterruptedException {
    served = new ServedSite(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void theStatusIsWhatTheJobKept() {
    int asked = served.site().lab().requests().count();
    JsonNode status = served.read("/status");
    assertThat(status.path("observed").asText()).startsWith("2026-11-24T21:02:00");
    assertThat(status.path("servers").asInt()).isPositive();
    assertThat(sum(status.path("states"))).isEqualTo(status.path("servers").asInt());
    assertThat(sum(status.path("rings"))).isEqualTo(status.path("servers").asInt());
    assertThat(sum(status.path("systems"))).isEqualTo(status.path("servers").asInt());
    assertThat(served.site().lab().requests().count()).as("requests to the site").isEqualTo(asked);
  }

  private static int sum(JsonNode list) {
    int sum = 0;
    for (JsonNode each : list) {
      sum += each.path("servers").asInt();
    }
    return sum;
  }

  @Test
  void ringsAreLanesWithTheirStateAndTheirGate() {
    JsonNode rings = served.read("/rings").path("rings");
    assertThat(rings.path(0).path("gate").toString())
        .isEqualTo(
            "{\"failed\":10,\"onboarded\":95,\"reporting\":90,\"soakHours\":72,\"stalledAfterHours\":504}");
    assertThat(rings.path(0).path("maxDevices").asInt()).isEqualTo(25);
    JsonNode standing = rings.path(0).path("standing");
    assertThat(standing.path("state").asText()).isEqualTo("waiting");
    assertThat(standing.path("reason").asText())
        .isEqualTo("opens with the next \"garrison apply\"");
    assertThat(standing.path("at").asText()).isEqualTo("2026-11-24T21:02:00Z");
    assertThat(standing.path("opened").isNull()).isTrue();
    assertThat(standing.path("targets").toString())
        .isEqualTo(
            "{\"failed\":0,\"notReady\":0,\"onboarded\":0,\"servers\":0,\"silent\":0,\"underWay\":0}");
  }

  @Test
  void pagesOfServersAreTheWholeListOnce() {
    List<String> whole = names(served.read("/servers"));
    assertThat(whole).hasSizeGreaterThan(2).isSorted();
    List<String> paged = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = served.read("/servers?limit=2" + after);
      paged.addAll(names(page));
      after = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : "";
    } while (!after.isEmpty());
    assertThat(paged).isEqualTo(whole);
  }

  private static List<String> names(JsonNode page) {
    List<String> names = new ArrayList<>();
    page.path("servers").forEach(server -> names.add(server.path("name").asText()));
    return names;
  }

  @Test
  void serversAreFoundByTheBeginningOfTheirNameRingAndState() {
    JsonNode first = served.read("/servers?limit=1").path("servers").path(0);
    String name = first.path("name").asText();
    String begin = name.substring(0, 3);
    assertThat(names(served.read("/servers?prefix=" + begin.toLowerCase(Locale.ROOT))))
        .contains(name)
        .allMatch(each -> each.startsWith(begin));
    assertThat(names(served.read("/servers?prefix=%25"))).isEmpty();
    assertThat(names(served.read("/servers?ring=nothing"))).isEmpty();
    assertThat(names(served.read("/servers?ring=pilot&state=" + first.path("state").asText())))
        .contains(name);
    JsonNode story = served.read("/servers/" + name.toLowerCase(Locale.ROOT));
    assertThat(story.path("name").asText()).isEqualTo(name);
    assertThat(story.path("states").path(0).path("state")).isEqualTo(first.path("state"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path :
        List.of("/servers/NOBODY", "/runs/99", "/runs/2/plan", "/jobs/backup", "/nothing", "/")) {
      HttpResponse<String> answer = served.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).contains("\"code\":\"GAR-");
    }
  }

  @Test
  void jobsAndRunsAreAsTheCommandsShowThem() {
    JsonNode jobs = served.read("/jobs").path("jobs");
    assertThat(jobs).hasSize(7);
    JsonNode rollout = served.read("/jobs/rollout");
    assertThat(rollout.path("mode").asText()).isEqualTo("plan-only");
    assertThat(rollout.path("schedule").asText()).isEqualTo("30 2 29 2 *");
    assertThat(rollout.path("autoApply").toString()).isEqualTo("[\"prepare\"]");
    assertThat(rollout.path("last").path("planKept").asBoolean()).isTrue();
    JsonNode runs = served.read("/runs?job=rollout&limit=1");
    assertThat(runs.path("runs").path(0)).isEqualTo(rollout.path("last"));
    assertThat(served.read("/runs/1")).isEqualTo(rollout.path("last"));
    assertThat(served.read("/runs/1/plan").path("format").asText()).isEqualTo("garrison-plan/2");
  }

  @Test
  void runsAreAPageAtATime() {
    JsonNode first = served.read("/runs?limit=1");
    int newest = first.path("runs").path(0).path("run").asInt();
    assertThat(first.path("next").asInt()).isEqualTo(newest);
    assertThat(
            served.read("/runs?limit=1&before=" + newest).path("runs").path(0).path("run").asInt())
        .isEqualTo(newest - 1);
  }

  @Test
  void countsAreThoseOfTheLastLookOfEachDay() {
    JsonNode counts = served.read("/counts?days=1").path("counts");
    assertThat(sum(counts)).isEqualTo(served.read("/status").path("servers").asInt());
    assertThat(counts.path(0).path("at").asText()).startsWith("2026-11-24T21:02:00");
  }

  @Test
  void whatNoRunLookedAtIsToldAsUnknownAndNotAsNone() {
    assertThat(served.read("/updates").path("observed").isNull()).isTrue();
    assertThat(served.read("/updates").path("servers")).isEmpty();
    assertThat(served.read("/findings").path("findings")).isEmpty();
  }

  @Test
  void everyAnswerIsAsItsDescriptionSays() {
    JsonNode document = served.read("/openapi.json");
    assertThat(document.path("openapi").asText()).isEqualTo("3.1.1");
    Map<String, String> places =
        Map.of(
            "{name}",
            served.read("/servers?limit=1").path("servers").path(0).path("name").asText(),
            "{job}",
            "rollout",
            "{run}",
            "1",
            "{ring}",
            "pilot");
    Map<String, Integer> paths = new HashMap<>();
    for (Route route : served.routes()) {
      paths.merge(route.path(), 1, Integer::sum);
      String method = route.method().name().toLowerCase(Locale.ROOT);
      JsonNode operation = document.path("paths").path(route.path()).path(method);
      assertThat(operation.isMissingNode()).as(route.path()).isFalse();
      assertThat(operation.path("x-garrison-role").asText())
          .isEqualTo(route.role().map(Role::word).orElse(""));
      if (route.method() == Route.Method.GET) {
        String path = route.path();
        for (Map.Entry<String, String> place : places.entrySet()) {
          path = path.replace(place.getKey(), place.getValue());
        }
        HttpResponse<String> answer =
            served.ask(route.method(), path, Optional.of(served.token(Role.APPROVER)), "");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        requireDescribed(document, operation.path("responses").path("200"), answer.body());
      }
    }
    assertThat(document.path("paths").size()).isEqualTo(paths.size());
  }

  private static void requireDescribed(JsonNode document, JsonNode response, String body) {
    String reference =
        response.path("content").path("application/json").path("schema").path("$ref").asText();
    assertThat(reference).startsWith("#/components/schemas/");
    requireDescribed(document, reference, body);
  }

  private static void requireDescribed(JsonNode document, String reference, String body) {
    Json json = new Json();
    ObjectNode wrapped = json.object().put("$ref", reference);
    wrapped.set("components", document.path("components").deepCopy());
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(json.canonical(wrapped), com.networknt.schema.InputFormat.JSON);
    assertThat(schema.validate(body, com.networknt.schema.InputFormat.JSON)).as(body).isEmpty();
  }

  @Test
  void problemsAreAsTheDescriptionSays() {
    JsonNode document = served.read("/openapi.json");
    requireDescribed(document, "#/components/schemas/Problem", served.get("/runs/99").body());
  }

  @Test
  void aWrongAnswerWouldNotPassForTheDescribedOne() {
    JsonNode document = served.read("/openapi.json");
    org.assertj.core.api.Assertions.assertThatThrownBy(() ->
            requireDescribed(
                document, "#/components/schemas/Status", "{\"manifest\":\"x\",\"more\":1}"))
        .isInstanceOf(AssertionError.class);
  }
}
