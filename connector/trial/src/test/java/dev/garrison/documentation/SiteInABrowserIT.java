package dev.garrison.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.browser.Browser;
import dev.garrison.browser.ConsoleMessage;
import dev.garrison.server.DocumentServer;
import dev.garrison.server.DocumentSite;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The site under the policy of the service, as a reader sees it. */
final class SiteInABrowserIT {
  @TempDir private static Path folder;
  private static DocumentServer server;
  private static Browser browser;

  @BeforeAll
  static void open() {
    BuiltSite built = BuiltSite.require();
    browser = Browser.start(folder);
    server = DocumentServer.start(DocumentSite.in(built.folder()).orElseThrow(), 0);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  /** What the test before said is read away. */
  @BeforeEach
  void forget() {
    browser.console();
  }

  private static void visit(String path) {
    browser.open(server.url().resolve(path));
    browser.find("article h1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "index.ja.html",
        "architecture.html",
        "manifest.html",
        "reference/diagnostic-codes.html",
        "reference/commands/plan.html"
      })
  void thePolicyRefusesNothingOfAPage(String path) {
    visit(path);
    assertThat(browser.console().stream().filter(ConsoleMessage::isTrouble)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GAR-0202, Diagnostic codes",
    "halt ring, Run a rollout in rings",
    "undo, garrison undo",
    "リングの停止, リングごとのロールアウト"
  })
  void theSearchFindsAPageWithoutTheInternet(String words, String title) {
    visit("index.html");
    browser.find("label.md-search__icon[for='__search'], .md-search__input").click();
    browser.find(".md-search__input").type(words);
    browser.find(".md-search-result__item");
    assertThat(browser.texts(".md-search-result__item h1")).as(words).contains(title);
    assertThat(browser.console().stream().filter(ConsoleMessage::isTrouble)).isEmpty();
  }

  @Test
  void thePageHasATableOfContents() {
    visit("how-to/sensor-updates.html");
    assertThat(browser.texts(".md-sidebar--secondary .md-nav__link"))
        .contains("Show update status", "Synchronize WSUS servers");
  }
}
