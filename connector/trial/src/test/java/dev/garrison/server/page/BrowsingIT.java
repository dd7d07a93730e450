package dev.garrison.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.browser.Browser;
import dev.garrison.browser.Cookie;
import dev.garrison.browser.Element;
import dev.garrison.browser.Key;
import dev.garrison.browser.Screen.Size;
import dev.garrison.login.Role;
import dev.garrison.server.ServedSite;
import dev.garrison.trial.ServerCertificate;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person finds the way through the pages, and nobody else does. */
final class BrowsingIT {
  private static final String NAMES = "main tbody th[scope=row]";
  private static final String FOCUS =
      """
      const stop = document.activeElement;
      const style = getComputedStyle(stop);
      const box = stop.getBoundingClientRect();
      const isMarked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
          || style.boxShadow !== 'none';
      return {
        markup: stop.outerHTML.slice(0, 200),
        isBody: stop === document.body,
        isShown: isMarked && box.width > 0 && box.top >= 0 && box.bottom <= innerHeight + 1,
      };
      """;

  @TempDir private static Path site;
  @TempDir private static Path profile;
  private static Browser browser;
  private static ServedSite served;
  private static Visitor visitor;

  @BeforeAll
  static void start() throws InterruptedException {
    browser = Browser.start(profile);
    served = new ServedSite(site);
    MadeUpFleet.observe(served);
    visitor = new Visitor(browser, served);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (served != null) {
      served.close();
      assertThat(served.faults()).isEmpty();
    }
  }

  @BeforeEach
  void signIn() {
    browser.console();
    visitor.signIn(Role.VIEWER);
  }

  @Test
  void whoeverIsNotSignedInIsAskedToAndComesToThePageThatWasWanted() {
    browser.forgetCookies();
    visitor.open("/servers?name=sql");
    assertThat(visitor.place()).isEqualTo("/signin?to=%2Fservers%3Fname%3Dsql");

    browser.find("#token").type(served.token(Role.VIEWER));
    visitor.click(browser.button("Sign in"));

    assertThat(visitor.place()).isEqualTo("/servers?name=sql");
    assertThat(visitor.trouble()).isEmpty();
  }

  @Test
  void aWrongTokenIsRefusedInWordsAndTheFieldIsMarked() {
    browser.forgetCookies();
    visitor.open("/signin");
    browser.find("#token").type("garrison_wrong");
    visitor.click(browser.button("Sign in"));

    assertThat(browser.find("[role=alert]").text())
        .isEqualTo("The token isn't valid. It's misspelled, revoked, or expired.");
    assertThat(browser.find("#token").attribute("aria-invalid")).contains("true");
    assertThat(browser.find("#token").attribute("value").orElse("")).isEmpty();
    assertThat(browser.cookies()).isEmpty();
    assertThat(browser.violations()).isEmpty();
  }

  @Test
  void theSessionsCookieIsReadByNoScriptSentByNoOtherSiteAndEndsWithTheBrowser() {
    Cookie cookie = browser.cookies().getFirst();

    assertThat(browser.cookies()).hasSize(1);
    assertThat(cookie)
        .isEqualTo(
            new Cookie(
                "garrison-" + served.port(), cookie.value(), "/", true, false, "Strict", true));
    assertThat(cookie.value()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void withACertificateTheCookieIsForThisHostAloneAndNeverSentInTheOpen(@TempDir Path secure)
      throws Exception {
    ServerCertificate certificate = new ServerCertificate(secure);
    certificate.certify("garrison.example");
    try (ServedSite closed = new ServedSite(secure.resolve("site"), certificate.files())) {
      new Visitor(browser, closed).signIn(Role.VIEWER);

      assertThat(browser.cookies())
          .singleElement()
          .satisfies(cookie ->
              assertThat(cookie)
                  .isEqualTo(
                      new Cookie(
                          "__Host-garrison", cookie.value(), "/", true, true, "Strict", true)));
    } finally {
      browser.forgetCookies();
    }
  }

  @Test
  void whoeverSignsOutIsOutAndTheCookieOpensNothingAnyMore() {
    Cookie before = browser.cookies().getFirst();
    visitor.click(browser.button("Sign out"));

    assertThat(visitor.place()).isEqualTo("/signin?out");
    assertThat(visitor.notice()).isEqualTo("You are signed out.");
    assertThat(browser.cookies()).isEmpty();
    HttpResponse<String> answer =
        served.send(
            HttpRequest.newBuilder(visitor.address("/jobs"))
                .header("Cookie", before.name() + "=" + before.value())
                .build());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/signin?to=%2Fjobs");
  }

  @Test
  void theFirstStopOfTheKeysIsTheWayToTheContent() {
    visitor.open("/servers");
    browser.press(Key.TAB);

    assertThat(browser.focused().text()).isEqualTo("Skip to content");
    assertThat(browser.focused().isShown()).isTrue();
    browser.press(Key.ENTER);
    browser.press(Key.TAB);
    assertThat(browser.script("return document.activeElement.closest('main') !== null").asBoolean())
        .as(browser.focused().markup())
        .isTrue();
  }

  @Test
  void keysAloneLeadFromTheOverviewToAServer() {
    visitor.open("/");
    browser.tabTo("nav a[href='/servers']");
    visitor.enter();
    browser.tabTo("[name=name]");
    browser.type("sql003");
    visitor.enter();
    browser.tabTo("a[href='/servers/SQL003']");
    visitor.enter();

    assertThat(visitor.place()).isEqualTo("/servers/SQL003");
    assertThat(visitor.heading()).contains("SQL003");
    assertThat(visitor.trouble()).isEmpty();
  }

  @Test
  void whateverHasTheFocusShowsIt() {
    for (String path : List.of("/", "/servers?name=fs-", "/rollout", "/runs/1/plan", "/jobs")) {
      visitor.open(path);
      List<String> hidden = new ArrayList<>();
      browser.press(Key.TAB);
      JsonNode first = browser.script(FOCUS);
      JsonNode here = first;
      do {
        if (!here.path("isShown").asBoolean()) {
          hidden.add(here.path("markup").asText());
        }
        browser.press(Key.TAB);
        here = browser.script(FOCUS);
      } while (!here.equals(first) && !here.path("isBody").asBoolean());
      assertThat(hidden).as(path).isEmpty();
    }
  }

  @Test
  void serversAreFoundByAnyPartOfTheirName() {
    visitor.open("/servers");
    browser.find("[name=name]").type("ql0");
    visitor.click(browser.find("form:has([name=name]) button"));

    assertThat(browser.texts(NAMES)).isNotEmpty().allMatch(name -> name.startsWith("SQL0"));
    assertThat(visitor.trouble()).isEmpty();
  }

  @Test
  void oneBoxOnEveryPageFindsAServerAndGoesThere() {
    visitor.open("/jobs");
    browser.find("[name=q]").type("ql003");
    visitor.click(browser.find("form[action='/search'] button"));

    assertThat(visitor.place()).isEqualTo("/servers/SQL003");
    assertThat(browser.texts(".source h4"))
        .containsExactly("Deployment", "Sensor", "Antivirus", "Client");
    assertThat(browser.texts(".timeline strong"))
        .containsExactly(
            "Onboarded in ring pilot",
            "Waiting for window in ring pilot",
            "Not targeted in ring pilot");
  }

  @Test
  void aSearchWithoutResultSaysWhereItLooked() {
    visitor.open("/search?q=nobody");

    assertThat(browser.find("main").text())
        .contains(
            "No servers, rings, plans, runs, journal runs, objects, WSUS servers, WSUS groups, or updates match \"nobody\".");
  }

  @Test
  void aNumberOfTheOverviewLeadsToItsServers() {
    visitor.open("/");
    visitor.click(browser.find(".tiles .g-attention a"));

    assertThat(visitor.place()).isEqualTo("/servers?group=attention");
  }

  @Test
  void theHeaderNamesTheManifestAndTheSite() {
    visitor.open("/");

    assertThat(browser.find(".brand .badge").text()).isEqualTo("trial");
    assertThat(browser.find(".brand").text()).contains("PS1");
    assertThat(browser.all(".aging")).isEmpty();
  }

  @Test
  void aServerTakesAtMostThreeLinesOnAPhone() {
    visitor.open("/servers");
    browser.screen().size(Size.PHONE);
    try {
      double highest =
          browser
              .script(
                  "return Math.max(...[...document.querySelectorAll('main tbody tr')].map(row => row.getBoundingClientRect().height))")
              .asDouble();

      assertThat(highest).isBetween(40.0, 95.0);
    } finally {
      visitor.rest();
    }
  }

  @Test
  void aColumnOfTheChartLeadsToTheServersThatChangedOnThatDay() {
    visitor.open("/");
    String link =
        browser.find("#day-numbers tbody tr:nth-last-child(2) a").attribute("href").orElseThrow();
    visitor.open(link);

    assertThat(browser.texts(NAMES)).hasSize(50).startsWith("APP-PLANT-00000");
    assertThat(browser.find("main tbody tr").text()).contains("Not in this ring");
    visitor.requireSound("run-status");
    visitor.click(browser.find("a[rel=next]"));
    assertThat(browser.texts(NAMES)).hasSize(50).doesNotContain("APP-PLANT-00000");
    assertThat(visitor.place()).isEqualTo(link + "?page=2");
  }

  @Test
  void aSliceOfABarLeadsToItsServers() {
    visitor.open("/");
    String link = browser.find(".shares .bar a").attribute("href").orElseThrow();
    visitor.open(link);

    assertThat(link).startsWith("/servers?ring=pilot&group=");
    assertThat(browser.texts(NAMES)).isNotEmpty();
  }

  @Test
  void pagesOfServersFollowOneAnotherUntilAllWereShown() {
    visitor.open("/servers");
    List<String> names = new ArrayList<>(browser.texts(NAMES));
    int most = names.size();
    while (!browser.all("a[rel=next]").isEmpty()) {
      visitor.click(browser.find("a[rel=next]"));
      names.addAll(browser.texts(NAMES));
    }

    assertThat(most).isLessThan(MadeUpFleet.SERVERS);
    assertThat(names).hasSize(MadeUpFleet.SERVERS).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void pagesNeedNoScript() {
    browser.scripts(false);
    try {
      visitor.signIn(Role.VIEWER);
      visitor.follow("Servers");
      browser.find("[name=name]").type("web");
      visitor.click(browser.find("form:has([name=name]) button"));
      visitor.click(browser.find(NAMES + " a"));

      assertThat(visitor.heading()).contains("WEB");
      assertThat(visitor.trouble()).isEmpty();
    } finally {
      browser.scripts(true);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, CET",
    "America/New_York, EST",
    "Australia/Sydney, AEDT",
    "Asia/Tokyo, UTC+9",
    "Asia/Kolkata, UTC+5:30",
    "UTC, UTC"
  })
  void timesAreInTheZoneOfTheBrowserWhichIsNamed(String zone, String name) {
    browser.zone(zone);
    try {
      visitor.open("/jobs");
      Element shown = browser.find("footer time");
      Instant now = Instant.parse(shown.attribute("datetime").orElseThrow());

      assertThat(browser.find("#zone").text()).isEqualTo(name);
      assertThat(shown.text())
          .isEqualTo(
              DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss ", Locale.ENGLISH)
                      .format(now.atZone(ZoneId.of(zone)))
                  + name);
      assertThat(visitor.trouble()).isEmpty();
    } finally {
      browser.zone("");
    }
  }

  @Test
  void withoutScriptsTimesAreInUtcWhichIsNamed() {
    browser.zone("Asia/Tokyo");
    browser.scripts(false);
    try {
      visitor.open("/jobs");

      assertThat(browser.find("#zone").text()).isEqualTo("UTC");
      assertThat(browser.find("footer time").text()).endsWith(" UTC");
    } finally {
      browser.scripts(true);
      browser.zone("");
    }
  }

  @Test
  void onPaperAPageIsItsContent() {
    visitor.open("/servers");
    browser.screen().paper();
    try {
      assertThat(browser.all("nav, form").stream().filter(Element::isShown)).isEmpty();
      assertThat(browser.find("main h1").isShown()).isTrue();
      browser.screen().picture("servers-paper");
    } finally {
      visitor.rest();
    }
  }

  @Test
  void aPageThatIsNotThereSaysSoAndLeadsBack() {
    visitor.open("/nowhere");

    assertThat(browser.texts("h1")).hasSize(1);
    assertThat(browser.violations()).isEmpty();
    assertThat(visitor.trouble())
        .singleElement()
        .satisfies(line -> assertThat(line.text()).contains("404"));
    visitor.click(browser.find("main a[href='/']"));
    browser.find("nav a[href='/'][aria-current=page]");
  }
}
