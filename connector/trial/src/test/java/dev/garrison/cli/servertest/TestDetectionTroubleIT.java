package dev.garrison.cli.servertest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.servertest.TestedSite.Printed;
import dev.garrison.evidence.AuditedRun;
import dev.garrison.evidence.Period;
import dev.garrison.json.Json;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.runscript.TestScript;
import dev.garrison.session.Sessions.OpenSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong while the detection test is made ready and run, and what is said of it then. */
final class TestDetectionTroubleIT {
  private static final TestScript SCRIPT = TestedSite.SCRIPT;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @TempDir private Path folder;
  private TestedSite site;

  @BeforeEach
  void start() {
    site = new TestedSite("mixed", folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Faults faults() {
    return site.site().lab().faults();
  }

  private Printed onTwo() {
    return site.run("test-detection", "--yes", "--json", "--server", "OWN01", "DC02");
  }

  private List<String> journal(Printed printed) {
    String run = new Json().parse(printed.out()).path("run").asText();
    return site.run("journal", "show", run).out().lines().skip(1).toList();
  }

  private List<String> newestJournal() {
    String run = site.run("journal", "show").out().replaceAll("(?s)^(\\S+) .*", "$1");
    return site.run("journal", "show", run).out().lines().skip(1).toList();
  }

  @Test
  void anErrorOfTheServerLeavesOpenWhetherItRunsAndNothingMoreIsSent() {
    site.approved();
    faults().statusAfterEffect(RequestMatcher.of("POST", "RunScript"), 500);
    Printed printed = onTwo();
    assertThat(printed.results().findValuesAsText("outcome"))
        .containsExactly("unknown", "not-started");
    assertThat(printed.results().get(0).path("said").asText())
        .startsWith(
            "whether the site took it is not known, so it was not sent again: check Monitoring > Script Status in the console. The administration service on ")
        .contains("HTTP 500");
    assertThat(printed.results().get(1).path("said").asText())
        .isEqualTo("it was not tried any more");
    assertThat(journal(printed))
        .anyMatch(line -> line.startsWith("  unknown  RUN     server/OWN01"));
    assertThat(site.writes()).hasSize(1);
    assertThat(printed.exit()).isEqualTo(1);
    site.site().pass(Duration.ofMinutes(1));
    assertThat(site.alerts("OWN01")).isEqualTo(1);
  }

  @Test
  void whatTheSiteTurnsDownIsNotStarted() {
    site.approved();
    for (int status : new int[] {400, 401, 403, 404}) {
      faults().status(RequestMatcher.of("POST", "RunScript"), status, 1);
      site.site().pass(Duration.ofSeconds(1));
      assertThat(onTwo().results().get(0).path("outcome").asText())
          .as("%d", status)
          .isEqualTo("not-started");
      faults().clear();
    }
  }

  @Test
  void aLeaseThatIsLostOnTheWayStopsItAndTheReportTellsWhatRuns() {
    site.approved();
    faults()
        .afterWrite(
            1,
            () -> {
              try {
                Files.delete(folder.resolve("share/.garrison-lease-PS1"));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Printed printed = onTwo();
    assertThat(printed.results().findValuesAsText("outcome")).containsExactly("ran", "not-started");
    assertThat(new Json().parse(printed.out()).path("stopped").asText())
        .startsWith("The test was stopped: The lock on this site was lost: ");
    assertThat(printed.err())
        .endsWith(
            """
             [GAR-1035]
              Fix: Resolve this problem, and then test only the servers with the result "not-started". Servers that already received
                   the script run it.
            """);
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(journal(printed)).hasSize(3).endsWith("Ended: 1 in place, 1 failed, 0 waiting");
    assertThat(site.writes()).hasSize(1);
  }

  @Test
  void aScriptThatIsEditedBetweenTwoServersIsNotSentToTheSecond() {
    site.approved();
    faults()
        .afterWrite(
            1,
            () ->
                site.site()
                    .lab()
                    .withScripts(library -> library.replaceText(SCRIPT.name(), "throw 'x'")));
    Printed printed = onTwo();
    assertThat(printed.results().findValuesAsText("outcome")).containsExactly("ran", "not-started");
    assertThat(new Json().parse(printed.out()).path("stopped").asText())
        .startsWith(
            "The test was stopped: The script \"%s\" (%s) on the site isn't managed by Garrison: "
                .formatted(SCRIPT.name(), SCRIPT.guid()));
    assertThat(site.writes()).hasSize(1);
    assertThat(printed.exit()).isEqualTo(1);
  }

  @Test
  void aScriptThatIsDeletedBetweenTwoServersIsNotSentToTheSecond() {
    site.approved();
    faults()
        .afterWrite(
            1, () -> site.site().lab().withScripts(library -> library.remove(SCRIPT.name())));
    Printed printed = onTwo();
    assertThat(new Json().parse(printed.out()).path("stopped").asText())
        .isEqualTo(
            "The test was stopped: The script \"%s\" (%s) no longer exists on the site."
                .formatted(SCRIPT.name(), SCRIPT.guid()));
    assertThat(site.writes()).hasSize(1);
  }

  @Test
  void aSiteThatCouldNotBeAskedToApproveIsSaidToBeSo() {
    site.site().lab().withScripts(library -> library.wantsAnotherApprover(false));
    faults().status(RequestMatcher.of("POST", "UpdateApprovalState"), 503, 1);
    Printed printed = site.run("test-detection", "--yes", "--server", "OWN01");
    assertThat(printed.err().replaceAll("\\s+", " "))
        .startsWith(
            "error: The script \"%s\" was created, but the site couldn't be asked to approve it: The administration service on "
                .formatted(SCRIPT.name()))
        .contains(
            "HTTP 503",
            "[GAR-1030] Fix: Have another person approve the script in the console: Software Library > Scripts > \"%s\" > Approve/Deny. Then run the command again. Garrison requests the approval only once."
                .formatted(SCRIPT.name()));
    assertThat(printed.exit()).isEqualTo(1);
  }

  @Test
  void aScriptThatWasMadeThoughTheSiteAnsweredWithAnErrorIsFoundByReading() {
    faults().statusAfterEffect(RequestMatcher.of("POST", "CreateScripts"), 500);
    Printed printed = site.run("test-detection", "--yes", "--server", "OWN01");
    assertThat(printed.err()).contains("[GAR-1027]");
    assertThat(newestJournal().getFirst()).startsWith("  done     CREATE  script/");
  }

  @Test
  void aScriptThatCannotBeReadBackIsJournaledAsUnknown() {
    faults()
        .afterWrite(
            1, () -> faults().statusFromNowOn(RequestMatcher.of("GET", "SMS_Scripts"), 403));
    Printed printed = site.run("test-detection", "--yes", "--server", "OWN01");
    assertThat(printed.err()).contains("[GAR-0202]");
    faults().clear();
    assertThat(newestJournal().getFirst()).startsWith("  unknown  CREATE  script/");
  }

  @Test
  void aFullNameOfAnotherDomainIsNotTakenForTheDeviceOfThatShortName() {
    Printed printed =
        site.run("test-detection", "--yes", "--server", "own01.dmz.other-forest.test");
    assertThat(printed.err())
        .isEqualTo(
            """
            error: Garrison can't confirm that "own01.dmz.other-forest.test" is the device OWN01 (domain LAB). Full names on the
                   site: own01.lab.example.com. [GAR-1032]
              Fix: If this is the correct server, specify the name \"OWN01\".
            """);
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aTestIsOneDeedForAnAuditorWithWhatCameOfIt() {
    site.approved();
    assertThat(site.run("test-detection", "--yes", "--server", "OWN01").exit()).isZero();
    try (OpenSession open = site.site().open()) {
      List<AuditedRun> runs = open.session().evidence(new Period(DAY, DAY, ZoneOffset.UTC)).runs();
      assertThat(runs.getLast().writes())
          .containsExactly(new AuditedRun.Write("RUN", "server/OWN01", "ran"));
    }
  }

  @Test
  void theHelpSaysThatTwoPeopleAreTheDefaultAndNotARule() {
    assertThat(site.run("test-detection", "--help").out().replaceAll("\\s+", " "))
        .contains(
            "By default, a second person must approve it; if the site allows authors to approve their scripts, Garrison approves and runs it at once.");
  }
}
