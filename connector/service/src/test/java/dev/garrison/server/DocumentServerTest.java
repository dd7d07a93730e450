package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentServerTest {
  @TempDir private Path folder;
  private DocumentSite site;
  private DocumentServer server;

  @BeforeEach
  void start() throws IOException {
    Path root = Files.createDirectories(folder.resolve("site"));
    Files.writeString(root.resolve("index.html"), "<h1>Garrison documentation</h1>");
    Files.writeString(folder.resolve("secret.html"), "a secret");
    site = DocumentSite.in(root).orElseThrow();
    server = DocumentServer.start(site, 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> ask(String method, String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(server.url() + path))
              .method(method, BodyPublishers.noBody())
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theFirstPageComesUnderThePolicyOfTheService() {
    HttpResponse<String> answer = ask("GET", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<h1>Garrison documentation</h1>");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    SafeHeaders.OF_PAGES.forEach(
        (name, value) -> assertThat(answer.headers().firstValue(name)).hasValue(value));
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void aHeadHasNoBody() {
    HttpResponse<String> answer = ask("HEAD", "index.html");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"secret.html", "..%2Fsecret.html", "%2e%2e/secret.html", "../secret.html"})
  void noOtherFileIsSent(String path) {
    HttpResponse<String> answer = ask("GET", path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("There is no such page.\n");
  }

  @Test
  void nothingCanBeSent() {
    HttpResponse<String> answer = ask("POST", "index.html");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    assertThat(answer.body()).isEqualTo("Only GET and HEAD are allowed.\n");
  }

  @Test
  void aPortThatIsTakenIsRefused() {
    int taken = server.url().getPort();
    assertThatThrownBy(() -> DocumentServer.start(site, taken))
        .hasMessage(
            "The documentation can't be served on port %d: Address already in use. Use another port, or omit --port. [CANNOT_LISTEN GAR-1081]"
                .formatted(taken));
  }
}
