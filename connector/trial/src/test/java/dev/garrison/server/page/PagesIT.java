package dev.garrison.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.browser.Browser;
import dev.garrison.browser.Cookie;
import dev.garrison.browser.Element;
import dev.garrison.login.Role;
import dev.garrison.server.ServedSite;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page of the service in a real browser: as anybody sees it, or is told of it. */
final class PagesIT {
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
  private static final List<String> PAGES =
      List.of(
          "overview, /",
          "overview-quarter, /?days=90",
          "rollout, /rollout",
          "servers, /servers",
          "servers-found, /servers?name=ql0&ring=broad&sort=-since",
          "servers-none, /servers?name=nobody",
          "server, /servers/SQL003",
          "server-failed, /servers/APP045",
          "antivirus, /antivirus",
          "antivirus-found, /antivirus?prefix=sql&ring=broad&only=two-fight",
          "antivirus-none, /antivirus?prefix=nobody",
          "updates, /updates",
          "plans, /plans",
          "runs, /runs",
          "runs-of-job, /runs?job=rollout",
          "run, /runs/{run}",
          "plan, /runs/{run}/plan",
          "approve, /runs/{run}/approve",
          "jobs, /jobs",
          "enable, /jobs/rollout/enable",
          "journal, /journal",
          "journal-checked, /journal?verify=yes",
          "signin, /signin",
          "health, /health",
          "search, /search?q=10",
          "search-none, /search?q=nobody");

  private static final int MOST_SERVERS = 20;
  private static final int MOST_LISTS = 60;

  @TempDir private static Path site;
  @TempDir private static Path profile;
  private static Browser browser;
  private static GrownSite grown;
  private static ServedSite served;
  private static Visitor visitor;

  @BeforeAll
  static void start() throws InterruptedException {
    browser = Browser.start(profile);
    grown = new GrownSite(site);
    served = grown.served();
    visitor = new Visitor(browser, served);
    visitor.signIn(Role.APPROVER);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (grown != null) {
      grown.close();
      assertThat(served.faults()).isEmpty();
    }
  }

  @Tag("first")
  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsSound(String name, String path) {
    visitor.open(path);
    assertThat(visitor.place()).as(name).isEqualTo(path);
    visitor.requireSound();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsSoundInEverySizeAndScheme(String name, String path) {
    visitor.open(path);
    assertThat(visitor.place()).isEqualTo(path);
    visitor.requireSound(name);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsSoundInJapaneseToo(String name, String path) {
    visitor.open(path);
    visitor.read("ja");
    try {
      assertThat(visitor.place()).isEqualTo(path);
      assertThat(new OwnWords(browser, served).english()).isEmpty();
      visitor.requireSound(name);
    } finally {
      visitor.read("en");
    }
  }

  private static Stream<Arguments> pages() {
    return PAGES.stream()
        .map(page -> page.replace("{run}", String.valueOf(grown.planned())).split(", ", 2))
        .map(page -> Arguments.of(page[0], page[1]));
  }

  @Test
  void theValuesOfAPlanAreSoundWhenTheyAreUnfolded() {
    visitor.open("/runs/%d/plan".formatted(grown.planned()));
    int unfolded = browser.all("main details[open]").size();
    for (Element summary : browser.all("main details:not([open]) > summary").subList(0, 4)) {
      summary.click();
    }
    assertThat(browser.all("main details[open]")).hasSize(unfolded + 4);
    visitor.requireSound("plan-values");
  }

  @Test
  void everyLinkLeadsToAPage() {
    Cookie session =
        browser.cookies().stream()
            .filter(cookie -> !cookie.name().equals("language"))
            .findFirst()
            .orElseThrow();
    Set<String> seen = new TreeSet<>();
    Deque<String> ahead = new ArrayDeque<>(List.of("/"));
    Map<String, Integer> broken = new TreeMap<>();
    int servers = 0;
    int lists = 0;
    while (!ahead.isEmpty()) {
      String path = ahead.remove();
      boolean isServer = path.matches("/servers/[^/]+");
      boolean isList = path.startsWith("/servers?");
      if (!seen.add(path)
          || (isServer && ++servers > MOST_SERVERS)
          || (isList && ++lists > MOST_LISTS)) {
        continue;
      }
      HttpResponse<String> page =
          served.send(
              HttpRequest.newBuilder(visitor.address(path))
                  .header("Accept", "text/html")
                  .header("Cookie", session.name() + "=" + session.value())
                  .build());
      if (page.statusCode() != 200) {
        broken.put(path, page.statusCode());
      } else if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        LINK.matcher(page.body())
            .results()
            .forEach(link -> ahead.add(link.group(1).replace("&amp;", "&")));
      }
    }
    assertThat(broken).isEmpty();
    assertThat(seen)
        .contains("/servers", "/runs/%d/plan".formatted(grown.planned()))
        .hasSizeGreaterThan(MOST_SERVERS);
  }
}
