package dev.garrison.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.browser.Screen.Scheme;
import dev.garrison.browser.Screen.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of pages rest on: a fault in a page is seen. */
final class BrowserIT {
  @TempDir private static Path folder;
  private static Browser browser;
  private static StandInPage site;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(folder);
    site = new StandInPage();
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
      site.close();
    }
  }

  @BeforeEach
  void lookAgain() {
    browser.screen().size(Size.DESKTOP);
    browser.screen().scheme(Scheme.LIGHT);
    browser.console();
  }

  private static void show(String body) {
    browser.open(site.page("page", body));
  }

  @Test
  void aCleanPageBreaksNoRuleAndTheConsoleIsSilent() {
    show("<main><h1>Servers</h1><p>Twelve servers are onboarded.</p></main>");

    assertThat(browser.title()).isEqualTo("/page");
    assertThat(browser.texts("h1")).containsExactly("Servers");
    assertThat(browser.violations()).isEmpty();
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void aBrokenRuleIsToldWithItsPlaceAndItsRemedy() {
    show("<main><h1>Sign in</h1><input id=\"token\"></main>");

    assertThat(browser.violations())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.rule()).isEqualTo("label");
          assertThat(one.toString())
              .startsWith("label (critical) at #token: ")
              .contains("; Element does not have an explicit <label>; ");
        });
  }

  @Test
  void aContrastThatIsTooLowInTheDarkOnlyIsSeenThere() {
    browser.open(site.page("style", "<main><h1>Servers</h1></main>"));
    browser.script(
        """
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
            '@media (prefers-color-scheme: dark) { body { background: #000 } h1 { color: #222 } }');
        document.adoptedStyleSheets = [sheet];
        """);

    assertThat(browser.violations()).isEmpty();
    browser.screen().scheme(Scheme.DARK);
    assertThat(browser.violations()).extracting(Violation::rule).containsExactly("color-contrast");
    assertThat(browser.contrasts()).isEqualTo(browser.violations());
  }

  @Test
  void whatTheContentPolicyRefusesIsTroubleInTheConsole() {
    show("<main><h1>Servers</h1></main><script>document.title = 'changed'</script>");

    assertThat(browser.title()).isEqualTo("/page");
    assertThat(browser.console())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.isTrouble()).isTrue();
          assertThat(line.text()).contains("violates the following Content Security Policy");
        });
  }

  @Test
  void aPageThatIsMissingIsTroubleInTheConsole() {
    browser.open(site.address("missing"));

    assertThat(browser.console())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.level()).isEqualTo("SEVERE");
          assertThat(line.source()).isEqualTo("network");
          assertThat(line.text()).contains("404");
        });
  }

  @Test
  void keysReachALinkAndFollowIt() {
    URI second = site.page("second", "<main><h1>Second</h1></main>");
    show("<a href=\"#main\">Skip</a> <a href=\"/second\">Next</a> <button>Last</button>");

    assertThat(browser.tabTo("button").text()).isEqualTo("Last");
    browser.pressShifted(Key.TAB);
    assertThat(browser.focused().text()).isEqualTo("Next");
    browser.press(Key.ENTER);

    assertThat(browser.find("h1").text()).isEqualTo("Second");
    assertThat(browser.address()).isEqualTo(second);
  }

  @Test
  void whatKeysDoNotReachIsAnError() {
    show("<a href=\"/second\">Next</a> <div id=\"no\">Not a button</div>");

    assertThatThrownBy(() -> browser.tabTo("#no"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("#no is not reached by Tab: [<a href=\"/second\">Next</a>, ");
  }

  @Test
  void textIsTypedIntoWhatHasTheFocus() {
    show("<form action=\"/second\"><label>Name <input name=\"name\"></label></form>");

    browser.tabTo("input");
    browser.type("sql 07");
    browser.press(Key.ENTER);

    browser.find("body:not(:has(input))");
    assertThat(browser.address().getRawQuery()).isEqualTo("name=sql+07");
    browser.console();
  }

  @Test
  void aPageWiderThanAPhoneOverflowsThere() throws IOException {
    show("<main><h1>Servers</h1><pre>" + "wide ".repeat(20) + "</pre></main>");

    assertThat(browser.screen().overflow()).isZero();
    browser.screen().size(Size.PHONE);
    assertThat(browser.screen().overflow()).isPositive();
    var picture = ImageIO.read(browser.screen().picture("kit-390").toFile());
    assertThat(picture.getWidth()).isGreaterThan(Size.PHONE.width());
  }

  @Test
  void aWordThatIsBrokenOverTwoLinesIsSeen() {
    browser.open(site.page("words", "<main><h1>Servers that wait</h1><p>waiting</p></main>"));
    assertThat(browser.screen().brokenWords()).isEmpty();
    browser.script(
        "document.querySelector('p').style.cssText = 'width: 3ch; overflow-wrap: anywhere'");

    assertThat(browser.screen().brokenWords()).containsExactly("waiting");
  }

  @Test
  void aPageIsReadWhereScriptsAreOff() {
    browser.scripts(false);
    try {
      show("<main><h1>Servers</h1><noscript><p id=\"off\">no scripts</p></noscript></main>");

      assertThat(browser.find("#off").text()).isEqualTo("no scripts");
      browser.find("h1").click();
      assertThat(browser.console()).isEmpty();
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void aCookieIsReadWithItsFlagsAndForgotten() {
    show("<main><h1>Servers</h1></main>");

    assertThat(browser.cookies())
        .containsExactly(new Cookie("visit", "one", "/", true, false, "Strict", true));
    browser.forgetCookies();
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void noNameIsResolvedSoThatNothingLeavesTheMachine() {
    URI named = URI.create("http://localhost:%d/".formatted(site.address("").getPort()));

    assertThatThrownBy(() -> browser.open(named))
        .hasMessageContaining("net::ERR_NAME_NOT_RESOLVED");
    browser.console();
  }
}
