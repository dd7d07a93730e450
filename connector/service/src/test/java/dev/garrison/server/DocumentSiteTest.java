package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentSiteTest {
  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void write() throws IOException {
    root = folder.resolve("site");
    Files.createDirectories(root.resolve("how-to"));
    for (String name :
        new String[] {
          "index.html", "how-to/rings.html", "a.css", "a.js", "a.json", "a.svg", "a.png", "hooks.py"
        }) {
      Files.writeString(root.resolve(name), name);
    }
    Files.writeString(folder.resolve("secret.html"), "a secret");
  }

  private DocumentSite site() {
    return DocumentSite.in(root).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "'', index.html, text/html; charset=utf-8",
    "how-to/rings.html, how-to/rings.html, text/html; charset=utf-8",
    "a.css, a.css, text/css; charset=utf-8",
    "a.js, a.js, text/javascript; charset=utf-8",
    "a.json, a.json, application/json",
    "a.svg, a.svg, image/svg+xml",
    "a.png, a.png, image/png"
  })
  void aFileIsFoundByItsPathWithItsType(String path, String content, String type) {
    DocumentSite.Document document = site().at(path).orElseThrow();
    assertThat(document.bytes()).asString().isEqualTo(content);
    assertThat(document.type()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.html",
        "how-to/../../secret.html",
        "how-to/../index.html",
        "..\\secret.html",
        "/etc/passwd",
        "C:/secret.html",
        "./index.html",
        "how-to//rings.html",
        "how-to",
        "how-to/",
        "index.html\u0000",
        "INDEX.HTML",
        "none.html"
      })
  void anyOtherPathFindsNothing(String path) {
    assertThat(site().at(path)).isEmpty();
  }

  @Test
  void aFileOfAnUnknownTypeIsNotServed() {
    assertThat(site().at("hooks.py")).isEmpty();
  }

  @Test
  void aLinkToAFileElsewhereIsNotFollowed() throws IOException {
    Files.createSymbolicLink(root.resolve("link.html"), folder.resolve("secret.html"));
    assertThat(site().at("link.html")).isEmpty();
  }

  @Test
  void withoutAFirstPageThereIsNoSite() throws IOException {
    Files.delete(root.resolve("index.html"));
    assertThat(DocumentSite.in(root)).isEmpty();
    assertThat(DocumentSite.in(folder.resolve("none"))).isEmpty();
  }
}
