package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.JobMode;
import dev.garrison.login.Role;
import dev.garrison.login.Sessions;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.ManifestWatch;
import dev.garrison.server.api.Route;
import dev.garrison.server.api.Routes;
import dev.garrison.server.page.frame.Tab;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each page and each form, asked for by everybody. */
final class EveryPageIT {
  private static final Pattern SECRET = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final Map<String, String> PLACES =
      Map.of("{job}", "expiry", "{run}", "2", "{ring}", "pilot");
  private static final List<String> PAGES =
      Stream.concat(
              Arrays.stream(Tab.values()).map(Tab::path),
              Stream.of(
                  "/runs/1", "/runs/1/plan", "/jobs/rollout/enable", "/servers.csv", "/search?q=o"))
          .toList();

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

  /** The limits of rates are not what is tried here. */
  @BeforeEach
  void passMinutes() {
    served.site().pass(Duration.ofMinutes(2));
  }

  private record Session(String cookie, String secret) {}

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d%s".formatted(served.port(), path)))
        .header("Accept", "text/html");
  }

  private static HttpResponse<String> page(String path, Optional<String> cookie) {
    HttpRequest.Builder request = request(path);
    cookie.ifPresent(value -> request.header("Cookie", value));
    return served.send(request.GET().build());
  }

  private static HttpRequest.Builder form(String path, String body) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> sent(String path, Session session, String body) {
    return served.send(
        form(path, body)
            .header("Cookie", session.cookie())
            .header("Sec-Fetch-Site", "same-origin")
            .build());
  }

  private static HttpResponse<String> signIn(String token, String to) {
    return served.send(
        form("/signin", "token=%s&to=%s".formatted(encoded(token), encoded(to)))
            .header("Sec-Fetch-Site", "same-origin")
            .build());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Session session(String token) {
    String cookie = signIn(token, "/").headers().firstValue("Set-Cookie").orElseThrow();
    String pair = cookie.substring(0, cookie.indexOf(';'));
    Matcher secret = SECRET.matcher(page("/", Optional.of(pair)).body());
    assertThat(secret.find()).isTrue();
    return new Session(pair, secret.group(1));
  }

  private static List<Route> actions() {
    return served.routes().stream().filter(route -> route.method() == Route.Method.POST).toList();
  }

  private static String address(Route route) {
    String path = "/actions" + route.path().substring(Routes.ROOT.length());
    for (Map.Entry<String, String> place : PLACES.entrySet()) {
      path = path.replace(place.getKey(), place.getValue());
    }
    assertThat(path).doesNotContain("{");
    return path;
  }

  private static void requireSignIn(HttpResponse<String> answer, String path) {
    assertThat(answer.statusCode()).as(path).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .as(path)
        .contains("/signin?to=" + encoded(path));
    assertThat(answer.body()).as(path).doesNotContain("pilot");
  }

  @Test
  void everyPageIsShownToWhoeverIsSignedIn() {
    for (Role role : Role.values()) {
      Session session = session(served.token(role));
      for (String path : PAGES) {
        assertThat(page(path, Optional.of(session.cookie())).statusCode()).as(path).isEqualTo(200);
      }
    }
    assertThat(served.faults()).isEmpty();
  }

  @Test
  void nobodySeesAPageWithoutASession() {
    for (String path : PAGES) {
      requireSignIn(page(path, Optional.empty()), path);
      requireSignIn(
          page(path, Optional.of("garrison-%d=%s".formatted(served.port(), "A".repeat(43)))), path);
      requireSignIn(page(path, Optional.of("garrison-%d=%s".formatted(served.port(), "x"))), path);
    }
  }

  @Test
  void aTokenIsNoCookieAndACookieIsNoToken() {
    Session session = session(served.token(Role.APPROVER));
    HttpResponse<String> withToken =
        served.send(
            request("/jobs")
                .header("Authorization", "Bearer " + served.token(Role.VIEWER))
                .build());
    HttpResponse<String> withCookie =
        served.send(request("/api/v1/status").header("Cookie", session.cookie()).build());

    requireSignIn(withToken, "/jobs");
    assertThat(withCookie.statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionEndsWithItsToken() {
    Session revoked = session(served.token("leaver", Role.VIEWER, Duration.ofDays(1)));
    var now = served.schedule().clock().instant();
    served.schedule().history().tokens().revoke("leaver", now, "a test");
    requireSignIn(page("/jobs", Optional.of(revoked.cookie())), "/jobs");

    Session expired = session(served.token("brief", Role.VIEWER, Duration.ofMinutes(30)));
    served.site().pass(Duration.ofMinutes(31));
    requireSignIn(page("/jobs", Optional.of(expired.cookie())), "/jobs");
  }

  @Test
  void aSessionEndsAfterAnHourWithoutARequest() {
    Session session = session(served.token(Role.VIEWER));
    served.site().pass(Sessions.IDLE.minusSeconds(1));
    assertThat(page("/jobs", Optional.of(session.cookie())).statusCode()).isEqualTo(200);
    served.site().pass(Sessions.IDLE);
    requireSignIn(page("/jobs", Optional.of(session.cookie())), "/jobs");
  }

  @Test
  void aFormNeedsTheRoleThatItsRouteNeeds() {
    for (Route route : actions()) {
      for (Role role : Role.values()) {
        served.site().pass(Duration.ofMinutes(2));
        Session session = session(served.token(role));
        HttpResponse<String> answer =
            sent(
                address(route),
                session,
                "csrf=%s&reason=a+test&reviewed=yes".formatted(session.secret()));
        if (role.covers(route.role().orElseThrow())) {
          assertThat(answer.statusCode()).as("%s as %s", route.path(), role).isIn(303, 404, 409);
        } else {
          assertThat(answer.statusCode()).as("%s as %s", route.path(), role).isEqualTo(403);
          assertThat(answer.body()).contains("GAR-1086");
        }
      }
    }
    assertThat(served.faults()).isEmpty();
  }

  @Test
  void aFormWithoutTheSecretOfItsSessionDoesNothing() {
    Session session = session(served.token(Role.APPROVER));
    Session other = session(served.token(Role.APPROVER));
    Map<JobKind, JobMode> before = served.schedule().history().modes().all();
    for (Route route : actions()) {
      for (String body : List.of("reason=x", "csrf=&reason=x", "csrf=" + other.secret())) {
        HttpResponse<String> answer = sent(address(route), session, body);
        assertThat(answer.statusCode()).as(route.path()).isEqualTo(403);
        assertThat(answer.body()).contains("GAR-1096");
      }
    }
    assertThat(served.schedule().history().modes().all()).isEqualTo(before);
  }

  @Test
  void aFormOfAnotherSiteDoesNothing() {
    Session session = session(served.token(Role.APPROVER));
    Map<JobKind, JobMode> before = served.schedule().history().modes().all();
    for (Map<String, String> origin :
        List.of(
            Map.<String, String>of(),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"),
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "null"))) {
      HttpRequest.Builder request = form("/actions/jobs/status/pause", "csrf=" + session.secret());
      request.header("Cookie", session.cookie());
      origin.forEach(request::header);
      assertThat(served.send(request.build()).statusCode()).as("%s", origin).isEqualTo(403);
    }
    assertThat(served.schedule().history().modes().all()).isEqualTo(before);
  }

  @Test
  void aBrowserThatTellsOnlyTheOriginMayDecide() {
    Session session = session(served.token(Role.OPERATOR));
    HttpResponse<String> answer =
        served.send(
            form("/actions/jobs/rollout/plan-only", "csrf=" + session.secret())
                .header("Cookie", session.cookie())
                .header("Origin", "http://127.0.0.1:" + served.port())
                .build());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/jobs");
    assertThat(page("/jobs", Optional.of(session.cookie())).body())
        .contains("<p class=\"notice\" role=\"status\">The job \"rollout\" is plan-only now.</p>");
    assertThat(page("/jobs", Optional.of(session.cookie())).body())
        .doesNotContain("role=\"status\"");
  }

  @Test
  void whatAFormDidIsSaidToAPersonAndNotToAPageThatBringsItselfUpToDate() {
    Session session = session(served.token(Role.OPERATOR));
    sent("/actions/jobs/status/plan-only", session, "csrf=" + session.secret());
    HttpRequest refresh =
        request("/jobs")
            .header("Cookie", session.cookie())
            .header("Garrison-Refresh", "yes")
            .build();

    assertThat(served.send(refresh).body()).contains("The job \"status\" is plan-only now.");
    assertThat(page("/jobs", Optional.of(session.cookie())).body())
        .contains("The job \"status\" is plan-only now.");
    assertThat(page("/jobs", Optional.of(session.cookie())).body())
        .doesNotContain("The job \"status\" is plan-only now.");
  }

  @Test
  void onlyApproversSeeWhoHasTokens() {
    Session viewer = session(served.token(Role.VIEWER));
    Session approver = session(served.token(Role.APPROVER));

    assertThat(page("/health", Optional.of(viewer.cookie())).body()).doesNotContain("the-operator");
    assertThat(page("/health", Optional.of(approver.cookie())).body()).contains("the-operator");
  }

  @Test
  void whoSignsInGoesWhereTheyWantedAndNowhereElse() {
    String token = served.token(Role.VIEWER);
    assertThat(signIn(token, "/servers?name=A").headers().firstValue("Location"))
        .contains("/servers?name=A");
    for (String to :
        List.of("https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nX: y", "")) {
      assertThat(signIn(token, to).headers().firstValue("Location")).as(to).contains("/");
    }
  }

  @Test
  void aTokenThatDoesNotHoldSignsNobodyIn() {
    HttpResponse<String> answer = signIn("garrison_" + "A".repeat(43), "/jobs");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.body())
        .contains("The token isn't valid. It's misspelled, revoked, or expired.");
  }

  @Test
  void guessingTokensIsSlowedDown() {
    HttpResponse<String> answer = signIn("x", "/");
    for (int more = 0; more < 20; more++) {
      answer = signIn("x", "/");
    }

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("Too many sign-in attempts from this address failed.");
  }

  @Test
  void aManifestThatChangedSinceTheStartIsToldOnThePageOfHealth() {
    Optional<String> cookie = Optional.of(session(served.token(Role.VIEWER)).cookie());
    served.site().manifest().replace("maxDevices: 25", "maxDevices: 24");
    assertThat(page("/health", cookie).body())
        .contains(
            "<dd class=\"bad\">the manifest was changed after the service started: jobs use the new manifest, but schedules, webhooks, and the rings on pages change only after a restart</dd>");
    served.site().manifest().replace("maxDevices: 24", "maxDevices: 25");
    served.site().pass(ManifestWatch.HOLDS);
    assertThat(page("/health", cookie).body()).doesNotContain("the manifest changed");
  }

  @Test
  void aDamagedJournalIsALineOfThePageAndNotItsEnd() throws IOException {
    Path file =
        Files.createDirectories(folder.resolve(".garrison/journal/PS1")).resolve("odd.jsonl");
    Optional<String> cookie = Optional.of(session(served.token(Role.VIEWER)).cookie());
    String end =
        "{\"end\":{\"done\":1,\"failed\":0,\"waiting\":0},\"previous\":\"\",\"sequence\":2}\n";
    for (String text : List.of("nonsense\n", "nonsense\n" + end)) {
      Files.writeString(file, text);
      HttpResponse<String> list = page("/journal", cookie);
      Files.delete(file);
      assertThat(list.statusCode()).isEqualTo(200);
      assertThat(list.body())
          .contains(
              "<a href=\"/journal/PS1/odd\">odd</a></th><td data-label=\"Result\"><span class=\"bad\">damaged</span></td><td data-label=\"Who\">not known</td>");
    }
  }

  @Test
  void whatIsTypedStandsInThePageAsText() {
    Session session = session(served.token(Role.OPERATOR));
    String text = "\"><script>alert(1)</script>";
    String page = page("/servers?name=" + encoded(text), Optional.of(session.cookie())).body();

    assertThat(page).doesNotContain("<script>alert").contains("&#34;>&lt;script>alert(1)");
  }

  @Test
  void aPageSaysWhatItMayLoadAndNobodyKeepsIt() {
    Session session = session(served.token(Role.VIEWER));
    HttpResponse<String> answer = page("/", Optional.of(session.cookie()));

    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .contains(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.body()).doesNotContain("style=").doesNotContain(" onclick");
  }

  @Test
  void whatIsNotThereIsSaidAsAPageToPeople() {
    Session session = session(served.token(Role.VIEWER));
    String odd =
        """
        /nothing /runs/99 /runs/x /servers/NOBODY /servers?state=odd /servers?page=x
        /servers?group=odd /servers.csv?group=odd /servers?sort=odd /antivirus?only=odd
        /antivirus?after=x /runs?job=odd /journal/PS1/none /journal/..%2F/none
        /assets/000000000000/garrison.css /assets/x/..%2F..%2Fgarrison.css
        """;
    for (String path : odd.strip().split("\\s+", -1)) {
      HttpResponse<String> answer = page(path, Optional.of(session.cookie()));
      assertThat(answer.statusCode()).as(path).isIn(400, 404);
      assertThat(answer.body()).as(path).doesNotContain("Exception");
    }
    assertThat(served.faults()).isEmpty();
  }
}
