package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.login.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation site, as the service serves it. */
final class ServedDocumentsIT {
  @TempDir private static Path folder;
  private static ServedSite served;
  private static String cookie = "";

  @BeforeAll
  static void signIn() throws InterruptedException {
    served = new ServedSite(folder);
    cookie =
        served
            .send(
                request("/signin")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString("to=/&token=" + served.token(Role.VIEWER)))
                    .build())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .split(";", -1)[0];
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:%d%s".formatted(served.port(), path)));
  }

  private static HttpResponse<String> signedIn(String path) {
    return served.send(request(path).header("Cookie", cookie).GET().build());
  }

  private static Optional<String> header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name);
  }

  @ParameterizedTest
  @CsvSource({
    "/docs/, text/html;charset=utf-8, <h1>Garrison documentation</h1>",
    "/docs/index.html, text/html;charset=utf-8, <h1>Garrison documentation</h1>",
    "/docs/how-to/rings.html, text/html;charset=utf-8, <h1>Rings</h1>",
    "/docs/site.js, text/javascript; charset=utf-8, window.site = 1;"
  })
  void aFileComesWithItsTypeUnderThePolicyOfThePages(String path, String type, String body) {
    HttpResponse<String> answer = signedIn(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(header(answer, "Content-Type")).hasValue(type);
    assertThat(header(answer, "Content-Security-Policy"))
        .hasValue(SafeHeaders.OF_PAGES.get("Content-Security-Policy"));
    assertThat(header(answer, "X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void theAddressWithoutASlashLeadsToTheFirstPage() {
    HttpResponse<String> answer = signedIn("/docs");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).hasValue("/docs/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs/", "/docs/how-to/rings.html", "/docs/none.html"})
  void withoutASessionEachAddressLeadsToSignIn(String path) {
    HttpResponse<String> answer = served.send(request(path).GET().build());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location").orElseThrow()).startsWith("/signin?to=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/secret.html",
        "/docs/none.html",
        "/docs/how-to/",
        "/docs/..%2Fsecret.html",
        "/docs/%2e%2e/secret.html",
        "/docs/how-to/..%5C..%5Csecret.html",
        "/docs/%2Fetc%2Fpasswd"
      })
  void noOtherFileIsSent(String path) throws IOException {
    Files.writeString(served.site().folder().resolve("secret.html"), "a secret");
    HttpResponse<String> answer = signedIn(path);
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(answer.body()).doesNotContain("a secret", "root:");
  }

  @Test
  void aPageThatIsMissingIsSaidWithItsCode() {
    assertThat(signedIn("/docs/none.html").body())
        .contains("The documentation has no such page.", "GAR-1089", "Start at /docs/.");
  }
}
