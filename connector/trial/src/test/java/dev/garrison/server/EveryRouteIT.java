package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.login.Role;
import dev.garrison.login.TokenText;
import dev.garrison.server.api.Route;
import dev.garrison.server.api.Routes;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each route of the table, asked by everybody. */
final class EveryRouteIT {
  private static final Map<String, String> PLACES =
      Map.of("{name}", "NOBODY", "{job}", "expiry", "{run}", "2", "{ring}", "pilot");

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

  private static List<Route> guarded() {
    return served.routes().stream().filter(route -> route.role().isPresent()).toList();
  }

  /** Seconds apart: the limit of failures is not what is tried here. */
  private static HttpResponse<String> ask(Route route, Optional<String> token) {
    served.site().pass(Duration.ofSeconds(5));
    String path = route.path();
    for (Map.Entry<String, String> place : PLACES.entrySet()) {
      path = path.replace(place.getKey(), place.getValue());
    }
    assertThat(path).doesNotContain("{");
    boolean isOptional = route.body().isPresent() && !route.needsBody();
    return served.ask(route.method(), path, token, isOptional ? "" : "{\"reason\":\"a test\"}");
  }

  private static void requireRefused(Route route, Optional<String> token, int status, String code) {
    HttpResponse<String> answer = ask(route, token);
    assertThat(answer.statusCode()).as(route.path()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(route.path())
        .contains("application/problem+json");
    JsonNode problem = new Json().parse(answer.body());
    assertThat(problem.path("code").asText()).as(route.path()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
  }

  @Test
  void nobodyIsAnsweredWithoutAToken() {
    guarded().forEach(route -> requireRefused(route, Optional.empty(), 401, "GAR-1085"));
  }

  @Test
  void aForgedTokenOpensNothing() {
    String forged = TokenText.fresh(new SecureRandom()).text();
    String cut = served.token(Role.APPROVER).substring(0, 51);
    for (String token :
        List.of(forged, cut, served.token(Role.APPROVER) + "A", "x", "the-approver")) {
      served.site().pass(Duration.ofMinutes(2));
      guarded().forEach(route -> requireRefused(route, Optional.of(token), 401, "GAR-1085"));
    }
  }

  @Test
  void anExpiredTokenOpensNothing() {
    String token = served.token("short", Role.APPROVER, Duration.ofHours(1));
    assertThat(ask(guarded().getFirst(), Optional.of(token)).statusCode()).isEqualTo(200);
    served.site().pass(Duration.ofHours(1));
    guarded().forEach(route -> requireRefused(route, Optional.of(token), 401, "GAR-1085"));
  }

  @Test
  void aRevokedTokenOpensNothing() {
    String token = served.token("gone", Role.APPROVER, Duration.ofDays(1));
    assertThat(ask(guarded().getFirst(), Optional.of(token)).statusCode()).isEqualTo(200);
    served.site().pass(Duration.ofMinutes(2));
    assertThat(
            served
                .schedule()
                .history()
                .tokens()
                .revoke("gone", served.schedule().clock().instant(), "a test"))
        .isTrue();
    guarded().forEach(route -> requireRefused(route, Optional.of(token), 401, "GAR-1085"));
  }

  @Test
  void eachRoleReachesWhatIsForItAndNothingElse() {
    Set<Role> seen = new HashSet<>();
    for (Route route : guarded()) {
      Role needed = route.role().orElseThrow();
      seen.add(needed);
      for (Role role : Role.values()) {
        served.site().pass(Duration.ofMinutes(2));
        if (role.covers(needed)) {
          assertThat(ask(route, Optional.of(served.token(role))).statusCode())
              .as("%s %s as %s", route.method(), route.path(), role)
              .isIn(200, 202, 404, 409);
        } else {
          requireRefused(route, Optional.of(served.token(role)), 403, "GAR-1086");
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Role.values());
    assertThat(served.faults()).isEmpty();
  }

  @Test
  void onlyHealthIsForEverybody() {
    assertThat(served.routes().stream().filter(route -> route.role().isEmpty()).map(Route::path))
        .containsExactly("/health/live", "/health/ready");
  }

  @Test
  void theTableForOperatorsHasEachRouteWithItsRole() throws IOException {
    Set<String> routes = new TreeSet<>(Set.of("GET /metrics viewer"));
    served
        .routes()
        .forEach(route ->
            routes.add(
                "%s %s %s"
                    .formatted(
                        route.method(),
                        route.path(),
                        route.role().map(Role::word).orElse("none"))));
    Set<String> written = new TreeSet<>();
    Files.readAllLines(Path.of(System.getProperty("repository.root"), "docs/reference/http-api.md"))
        .stream()
        .filter(row -> row.startsWith("| `GET /") || row.startsWith("| `POST /"))
        .map(row -> row.split(" \\| |^\\| ", -1))
        .forEach(cells -> written.addAll(named(cells[1].split("`", -1), cells[2])));
    assertThat(written).isEqualTo(routes);
  }

  /** The first with its method; another of the same row by its end. */
  private static List<String> named(String[] parts, String role) {
    String first = parts[1];
    List<String> all = new ArrayList<>(List.of(first + " " + role));
    String before =
        first.startsWith("GET") ? "GET " + Routes.ROOT : first.substring(0, first.lastIndexOf('/'));
    for (int index = 3; index < parts.length; index += 2) {
      all.add(before + parts[index] + " " + role);
    }
    return all;
  }
}
