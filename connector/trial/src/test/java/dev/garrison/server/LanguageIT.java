package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.login.Role;
import dev.garrison.server.api.Route;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages are in the language of their reader, and answers for programs in English. */
final class LanguageIT {
  @TempDir private static Path folder;
  private static ServedSite served;
  private static String session;

  @BeforeAll
  static void start() throws InterruptedException {
    served = new ServedSite(folder);
    String cookie =
        served
            .send(form("/signin", "to=/&token=" + encoded(served.token(Role.VIEWER))).build())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    session = cookie.substring(0, cookie.indexOf(';'));
  }

  @AfterAll
  static void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d%s".formatted(served.port(), path)))
        .header("Accept", "text/html");
  }

  private static HttpRequest.Builder form(String path, String body) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Sec-Fetch-Site", "same-origin")
        .POST(BodyPublishers.ofString(body));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> choose(String language, String to) {
    return served.send(
        form("/language", "language=%s&to=%s".formatted(language, encoded(to))).build());
  }

  private static HttpResponse<String> page(String path, String cookies) {
    return served.send(
        request(path)
            .header("Cookie", session + cookies)
            .header("Accept-Language", "ja,en;q=0.5")
            .build());
  }

  @Test
  void theChoiceIsACookieForAYearAndLeadsBackToThePage() {
    HttpResponse<String> answer = choose("ja", "/servers?name=sql&page=2");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/servers?name=sql&page=2");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .containsExactly("language=ja; Path=/; Max-Age=31536000; SameSite=Lax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "", "ja; Domain=example", "../ja"})
  void anotherLanguageIsNoChoice(String language) {
    HttpResponse<String> answer = choose(encoded(language), "/jobs");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "/\tevil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        "jobs",
        ""
      })
  void theChoiceLeadsToNoOtherSite(String to) {
    HttpResponse<String> answer = choose("ja", to);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/");
    assertThat(answer.headers().allValues("Set-Cookie")).hasSize(1);
  }

  @Test
  void anotherSiteChoosesNothing() {
    HttpResponse<String> answer =
        served.send(
            request("/language")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString("language=ja&to=/"))
                .build());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', ja, ジョブ", "; language=en, en, Jobs", "; language=ja, ja, ジョブ"})
  void aPageIsInTheLanguageOfItsReader(String cookies, String language, String heading) {
    HttpResponse<String> answer = page("/jobs", cookies);

    assertThat(answer.body())
        .contains("<html lang=\"%s\">".formatted(language), "<h1>%s</h1>".formatted(heading));
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void theSignInPageAndProblemsAreInTheLanguageToo() {
    HttpResponse<String> wrong =
        served.send(
            form("/signin", "token=garrison_wrong&to=%2Fjobs")
                .header("Cookie", "language=ja")
                .build());

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body())
        .contains(
            "トークンが無効です。入力の誤り、失効、または期限切れの可能性があります。", "name=\"to\" value=\"/signin?to=%2Fjobs\"");
    assertThat(page("/nowhere", "").body()).contains("<h1>ページが見つかりません</h1>");
  }

  @Test
  void whatPagesKeepBetweenRequestsIsKeptForEachLanguage() {
    String japanese = page("/", "; language=ja").body();
    String english = page("/", "; language=en").body();

    assertThat(japanese).contains("日別のサーバー", "ジョブ「drift」の完了した実行がありません。");
    assertThat(english)
        .contains("Servers by day", "The job \"drift\" has no completed run.")
        .doesNotContain("日別");
    assertThat(page("/", "; language=ja").body()).contains("日別のサーバー");
  }

  @Test
  void answersForProgramsAreEnglish() {
    Optional<String> token = Optional.of(served.token(Role.VIEWER));
    for (String path : List.of("/api/v1/status", "/api/v1/jobs", "/api/v1/runs/99", "/metrics")) {
      HttpResponse<String> english = served.ask(Route.Method.GET, path, token, "");
      HttpResponse<String> japanese =
          served.send(
              HttpRequest.newBuilder(URI.create(served.url() + path))
                  .header("Authorization", "Bearer " + token.get())
                  .header("Accept-Language", "ja")
                  .header("Cookie", "language=ja")
                  .build());
      assertThat(japanese.statusCode()).as(path).isEqualTo(english.statusCode());
      assertThat(japanese.body()).as(path).doesNotContainPattern("\\p{IsHan}|\\p{IsKatakana}");
    }
    assertThat(page("/servers.csv", "; language=ja").body())
        .startsWith("server,ring,state,group,operating system,since,antivirus mode,next step");
  }
}
