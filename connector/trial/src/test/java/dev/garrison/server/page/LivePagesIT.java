package dev.garrison.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.browser.Browser;
import dev.garrison.browser.Element;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.login.Role;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.server.ServedSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open pages change by themselves, and leave alone what a person is doing on them. */
final class LivePagesIT {
  private static final int SERVERS = 60;

  @TempDir private static Path site;
  @TempDir private static Path profile;
  private static Browser browser;
  private static ServedSite served;
  private static Visitor visitor;

  @BeforeAll
  static void start() throws InterruptedException {
    browser = Browser.start(profile);
    served = new ServedSite(site);
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
    check(ServerState.WAITING, 0);
  }

  /** The servers are checked, and from one on they are in this state. */
  private static void check(ServerState state, int first) {
    served.site().pass(Duration.ofMinutes(1));
    JobSchedule schedule = served.schedule();
    Instant now = schedule.clock().instant();
    long run =
        schedule
            .history()
            .runs()
            .begin(JobKind.STATUS, JobRun.Reason.SCHEDULE, "a test", JobMode.ENABLED, now);
    schedule
        .history()
        .standings()
        .keep(
            run,
            now,
            sink -> {
              for (int server = first; server < SERVERS; server++) {
                sink.accept(
                    new Seen(
                        "pilot",
                        server,
                        "SQL%03d".formatted(server),
                        "Windows Server 2022",
                        state,
                        ""));
              }
            });
    schedule
        .history()
        .runs()
        .end(
            run,
            JobKind.STATUS,
            new JobReport(
                JobOutcome.DONE, "", List.of(), Optional.empty(), List.of(), false, List.of()),
            now);
  }

  private static String row(String server, String state) {
    return "main tr:has(a[href='/servers/%s']) .%s".formatted(server, state);
  }

  @Test
  void aListOfServersChangesWhileAFilterIsTypedAndThePlaceStays() {
    visitor.open("/servers");
    assertThat(browser.find(row("SQL030", "g-in-progress")).isShown()).isTrue();
    browser.script("window.scrollTo(0, 700)");
    browser.script("document.getElementById('name').focus({ preventScroll: true })");
    browser.type("web");

    check(ServerState.ONBOARDED, 0);

    assertThat(browser.find(row("SQL030", "g-onboarded")).isShown()).isTrue();
    assertThat(browser.focused().attribute("id")).contains("name");
    assertThat(browser.script("return document.getElementById('name').value").asText())
        .isEqualTo("web");
    assertThat(visitor.place()).isEqualTo("/servers");
    assertThat(visitor.trouble()).isEmpty();
  }

  @Test
  void theFocusStaysOnItsServerThoughOthersLeaveTheList() {
    visitor.open("/servers");
    browser.script("document.querySelector(\"a[href='/servers/SQL030']\").focus()");
    double before = browser.script("return scrollY").asDouble();

    check(ServerState.ONBOARDED, 1);

    assertThat(browser.find(row("SQL030", "g-onboarded")).isShown()).isTrue();
    assertThat(browser.all("a[href='/servers/SQL000']")).isEmpty();
    assertThat(browser.focused().attribute("href")).contains("/servers/SQL030");
    assertThat(browser.script("return scrollY").asDouble() - before).isBetween(-120.0, 120.0);
    assertThat(visitor.trouble()).isEmpty();
  }

  @Test
  void thePageOfAServerChangesToo() {
    visitor.open("/servers/SQL007");
    assertThat(browser.find("main h2 .g-in-progress").isShown()).isTrue();

    check(ServerState.ONBOARDED, 0);

    assertThat(browser.find("main h2 .g-onboarded").isShown()).isTrue();
    assertThat(visitor.trouble()).isEmpty();
  }

  @Test
  void theHeaderOfEachPageSaysWhenTheServersWereChecked() {
    visitor.open("/jobs");
    String before = browser.find("#as-of time").attribute("datetime").orElseThrow();

    check(ServerState.ONBOARDED, 0);

    assertThat(browser.find("#as-of time:not([datetime='%s'])".formatted(before)).isShown())
        .isTrue();
    assertThat(browser.find("#as-of").text()).startsWith("As of ");
    assertThat(visitor.trouble()).isEmpty();
  }

  @Test
  void agesGrowInTheBrowser() {
    visitor.open("/servers");
    Element age = browser.find("main time[data-form=distance]");
    assertThat(age.text()).matches("\\d+ seconds ago");

    browser.script("showTimes(document, 5 * 3600 * 1000)");
    assertThat(age.text()).isEqualTo("5 hours ago");
    browser.script("showTimes(document, 3 * 24 * 3600 * 1000)");
    assertThat(age.text()).isEqualTo("3 days ago");
  }
}
