package dev.garrison.cli.servertest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.servertest.TestedSite.Printed;
import dev.garrison.json.Json;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.runscript.TestScript;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code garrison test-detection}: what is shown, what is asked, what runs and what comes of it.
 */
final class TestDetectionIT {
  private static final TestScript SCRIPT = TestedSite.SCRIPT;
  private static final String WAITS =
      """
      error: The script \"%s\" is waiting for approval. [GAR-1027]
        Fix: Have another person approve the script in the console: Software Library > Scripts > \"Garrison detection test
             %s\" > Approve/Deny. Then run the command again. The script wasn't run.
      """
          .formatted(SCRIPT.name(), SCRIPT.digest().hex().substring(0, 8));

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

  @Test
  void withoutYesItIsShownAndNothingIsWritten() {
    Printed printed = site.run("test-detection", "--server", "OWN01", "DC02");
    assertThat(printed.out())
        .isEqualTo(
            """
            The Microsoft Defender for Endpoint detection test on 2 servers of site PS1:
              LAB\\OWN01             pilot       onboarded
              LAB\\DC02              pilot       whether it is onboarded is not known

              script       %s (Test-DefenderDetection.ps1, not signed)
              GUID         %s
              SHA-256      %s
              on the site  not there: it is made, and approved where the site lets its author do that
              command:
                powershell.exe -NoExit -ExecutionPolicy Bypass -WindowStyle Hidden $ErrorActionPreference = 'silentlycontinue';(New-Object System.Net.WebClient).DownloadFile('http://127.0.0.1/1.exe', 'C:\\\\test-MDATP-test\\\\invoice.exe');Start-Process 'C:\\\\test-MDATP-test\\\\invoice.exe'

            Each server runs the script once, as SYSTEM, if the server is on within one hour. The script ends the command after a
            few seconds and removes what it created. The command finds no program to download or start: no user can put a file in
            the place where it searches.
            If the sensor works, the portal (security.microsoft.com) shows an alert for the server within about ten minutes. Inform
            the team that monitors alerts.
            Garrison doesn't query the portal, so it can't confirm that the alert arrives. The test can't be reverted.
            """
                .formatted(SCRIPT.name(), SCRIPT.guid(), SCRIPT.digest().hex()));
    assertThat(printed.err())
        .isEqualTo(
            """
            error: Confirmation required, but there is no terminal. [GAR-0741]
              Fix: Review what the command will run, and then use --yes. No changes were made.
            """);
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(site.writes()).isEmpty();
    assertThat(folder.resolve(".garrison/journal")).doesNotExist();
  }

  @Test
  void aPersonWhoTypesAnythingElseRunsNothing() {
    Printed printed = site.typing("yes", "test-detection", "--server", "OWN01");
    assertThat(printed.err())
        .isEqualTo(
            "Run the script on these servers? Type the number of servers (1): No script was run.\n");
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void theWholeScriptIsShownWhenAskedFor() {
    assertThat(site.run("test-detection", "--server", "OWN01", "--show-script").out())
        .contains("  | <#\n  | .SYNOPSIS\n", "  | $Folder = 'C:\\test-MDATP-test'\n");
  }

  @Test
  void aMissingScriptIsMadeAndItsApprovalLeftToAnotherPerson() {
    Printed printed = site.typing("1", "test-detection", "--server", "OWN01");
    assertThat(printed.err())
        .isEqualTo("Run the script on these servers? Type the number of servers (1): " + WAITS);
    assertThat(printed.exit()).isEqualTo(3);
    assertThat(site.writes())
        .containsExactly(
            "POST wmi/SMS_Scripts.CreateScripts",
            "POST wmi/SMS_Scripts('%s')/AdminService.UpdateApprovalState".formatted(SCRIPT.guid()));
    Printed again = site.run("test-detection", "--yes", "--server", "OWN01");
    assertThat(again.out()).contains("  on the site  waiting for approval\n");
    assertThat(again.err()).isEqualTo(WAITS);
    assertThat(again.exit()).isEqualTo(3);
    assertThat(site.writes()).hasSize(2);
    assertThat(site.alerts("OWN01")).isZero();
  }

  @Test
  void whereAuthorsMayApproveItRunsAtOnce() {
    site.site().lab().withScripts(library -> library.wantsAnotherApprover(false));
    Printed printed = site.run("test-detection", "--yes", "--server", "OWN01");
    assertThat(printed.exit()).isZero();
    assertThat(site.alerts("OWN01")).isEqualTo(1);
    assertThat(site.run("test-detection", "--server", "OWN01").out())
        .contains("  on the site  approved by LAB\\garrison\n");
  }

  @Test
  void anApprovedScriptRunsAndEachServerIsToldByItself() {
    site.approved();
    site.site().lab().servers().turnOff("DC02");
    Printed printed = site.run("test-detection", "--yes", "--server", "OWN01", "--server", "DC02");
    assertThat(printed.out())
        .endsWith(
            """
            Garrison doesn't query the portal, so it can't confirm that the alert arrives. The test can't be reverted.

              OWN01            ran          The command ran and was ended by this script (operation 16793000).
              DC02             offline      it is off; it runs the script if it is on again within an hour of being asked, and not
                                            later (operation 16793001).
            Ran on 1 of 2 servers. Journal: run 2026-11-24T21-00-00.000Z-2, chain head HEAD
            Next: Check the alerts in the portal, and close them as tests.
            Later results appear only in the console: Monitoring > Script Status. Don't run the test again for them.
            """
                .replace(
                    "HEAD", printed.out().replaceAll("(?s).*, chain head ([0-9a-f]{12})\n.*", "$1"))
                .replace(
                    "2026-11-24T21-00-00.000Z-2",
                    printed.out().replaceAll("(?s).*Journal: run (\\S+),.*", "$1")));
    assertThat(printed.err()).isEqualTo("DC02: offline.\nOWN01: ran.\n");
    assertThat(printed.exit()).isEqualTo(3);
    assertThat(site.writes())
        .hasSize(2)
        .allMatch(write -> write.matches("POST v1[.]0/Device.*/AdminService[.]RunScript"));
    assertThat(site.alerts("OWN01")).isEqualTo(1);
  }

  @Test
  void aServerThatIsNotOnboardedSaysSoItselfAndRaisesNoAlert() {
    site.approved();
    Printed printed = site.run("test-detection", "--yes", "--json", "--server", "DC02");
    assertThat(printed.results().get(0).toString())
        .isEqualTo(
            "{\"code\":20051,\"exitCode\":0,\"name\":\"DC02\",\"operation\":16793000,\"outcome\":\"left\","
                + "\"said\":\"the test did not run (20051): OnboardingState is not 1: no alert would come\",\"tenant\":null}");
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(site.alerts("DC02")).isZero();
  }

  @Test
  void aFolderThatSomebodyMadeIsAReasonToLeave() {
    site.approved();
    site.site().lab().servers().makeTestFolder("OWN01");
    Printed printed = site.run("test-detection", "--yes", "--json", "--server", "OWN01");
    assertThat(printed.results().get(0).path("code").asInt()).isEqualTo(20050);
    assertThat(site.alerts("OWN01")).isZero();
  }

  @Test
  void jsonWithoutYesShowsWhatWouldRunAndRunsNothing() {
    Printed printed = site.run("test-detection", "--json", "--server", "own01.lab.example.com");
    JsonNode document = new Json().parse(printed.out());
    assertThat(document.path("servers").get(0).path("name").asText()).isEqualTo("OWN01");
    assertThat(document.path("servers").get(0).path("domain").asText()).isEqualTo("LAB");
    assertThat(document.path("script").path("sha256").asText()).isEqualTo(SCRIPT.digest().hex());
    assertThat(document.path("results").isNull()).isTrue();
    assertThat(printed.exit()).isEqualTo(2);
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void serversThatTheTestWouldShowNothingOnAreRefusedTogether() {
    Printed printed =
        site.run("test-detection", "--yes", "--server", "NOBODY", "SUB01", "PRN01", "OWN01");
    assertThat(printed.err())
        .isEqualTo(
            """
            error: The server \"NOBODY\" isn't in any ring of the manifest. [GAR-1023]
              Fix: Specify a server of a ring. To list them, run \"garrison status --csv\".
            error: The status of SUB01 is other-tenant: onboarded to tenant 77aa0000-0000-4000-8000-000000000003. The test wouldn't
                   show a result there. [GAR-1024]
              Fix: Offboard the server with a package of that tenant, or leave the server out ("exceptions", or the ring's
                   "exclude").
            error: The status of PRN01 is no-client: Configuration Manager doesn't manage the server. The test wouldn't show a
                   result there. [GAR-1024]
              Fix: Install the Configuration Manager client, or remove the record of the server.
            """);
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void moreServersThanTheMostAreRefused() {
    Printed printed =
        site.run("test-detection", "--yes", "--max-devices", "1", "--server", "OWN01", "DC02");
    assertThat(printed.err())
        .isEqualTo(
            """
            error: 2 servers are specified, but at most 1 can be tested at once. [GAR-1022]
              Fix: Each server raises an alert that requires a review. Specify fewer servers, or raise the limit with --max-devices.
            """);
    assertThat(site.run("test-detection", "--max-devices", "26", "--server", "OWN01").err())
        .startsWith("error: --max-devices must be from 1 to 25, but is 26.");
  }

  @Test
  void aScriptOfOurNameWithAnotherTextIsNeverRun() {
    String guid = "0B1C2D3E-0000-4000-8000-00000000000A";
    site.site().lab().withScripts(library -> library.add(guid, SCRIPT.name(), "throw 'x'"));
    Printed printed = site.run("test-detection", "--yes", "--server", "OWN01");
    assertThat(printed.err())
        .startsWith(
            "error: The script \"%s\" (%s) on the site isn't managed by"
                .formatted(SCRIPT.name(), guid))
        .contains("[GAR-1026]", "Fix: Find out who changed the script");
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aScriptThatSomebodyEditedAfterItsApprovalIsNeverRun() {
    site.approved();
    site.site()
        .lab()
        .withScripts(
            library -> library.replaceText(SCRIPT.name(), SCRIPT.text() + "Write-Output 'more'"));
    Printed printed = site.run("test-detection", "--yes", "--server", "OWN01");
    assertThat(printed.err()).contains("[GAR-1026]");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aDeniedScriptIsRefused() {
    site.approved();
    site.site().lab().withScripts(library -> library.deny(SCRIPT.name()));
    Printed printed = site.run("test-detection", "--yes", "--server", "OWN01");
    assertThat(printed.err())
        .isEqualTo(
            """
            error: The script \"%s\" isn't approved on the site: approval was denied (by LAB\\approver).
                   [GAR-1028]
              Fix: Ask who made that decision: Software Library > Scripts > Approve/Deny. The script wasn't run.
            """
                .formatted(SCRIPT.name()));
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aSiteWithoutRunScriptsIsSaidBeforeAnythingElse() {
    site.site().lab().faults().statusFromNowOn(RequestMatcher.of("GET", "v1[.]0/[$]metadata"), 404);
    Printed printed = site.run("test-detection", "--yes", "--server", "OWN01");
    assertThat(printed.err())
        .startsWith(
            "error: This site doesn't offer Run Scripts through the administration service: v1.0/RunScript. [GAR-1021]");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void anAnswerThatIsLostIsUnknownAndNothingIsSentAgain() {
    site.approved();
    site.site().lab().faults().cutAfterEffect(RequestMatcher.of("POST", "RunScript"));
    Printed printed = site.run("test-detection", "--yes", "--json", "--server", "OWN01");
    assertThat(printed.results().get(0).path("outcome").asText()).isEqualTo("unknown");
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(site.writes()).hasSize(1);
  }

  @Test
  void aSiteThatDeniesItToOneServerIsNotAskedForTheNext() {
    site.approved();
    site.site().lab().faults().status(RequestMatcher.of("POST", "RunScript"), 403, 1);
    Printed printed = site.run("test-detection", "--yes", "--json", "--server", "OWN01", "DC02");
    assertThat(printed.results().findValuesAsText("outcome"))
        .containsExactly("not-started", "not-started");
    assertThat(site.writes()).hasSize(1);
    assertThat(printed.exit()).isEqualTo(1);
  }

  @Test
  void theJournalHasEachStepAndUndoRefusesTheRunByName() {
    site.approved();
    Printed printed =
        site.run("test-detection", "--yes", "--json", "--change", "CHG7", "--server", "OWN01");
    String run = new Json().parse(printed.out()).path("run").asText();
    String shown = site.run("journal", "show", run).out();
    assertThat(shown.lines().skip(1))
        .containsExactly(
            "  started  RUN     server/OWN01: operation 16793000, script %s, SHA-256 %s"
                .formatted(SCRIPT.guid(), SCRIPT.digest().hex()),
            "  ran      RUN     server/OWN01: The command ran and was ended by this script",
            "Ended: 1 in place, 0 failed, 0 waiting");
    assertThat(site.run("journal", "show").out())
        .contains(", change CHG7: 1 in place, 0 failed, 0 waiting");
    Printed undo = site.run("undo", "--yes", run);
    assertThat(undo.err())
        .isEqualTo(
            """
            error: Run %s took actions that can't be undone: RUN server/OWN01. [GAR-0513]
              Fix: Run \"garrison journal show %s\" to see the results. No changes were made.
            """
                .formatted(run, run));
    assertThat(undo.exit()).isEqualTo(1);
    assertThat(site.run("journal", "verify").exit()).isZero();
  }

  @Test
  void theStepsOfMakingTheScriptAreJournaledToo() {
    site.run("test-detection", "--yes", "--server", "OWN01");
    String run = site.run("journal", "show").out().replaceAll("(?s)^(\\S+) .*", "$1");
    assertThat(site.run("journal", "show", run).out())
        .contains(
            "  done     CREATE  script/" + SCRIPT.name() + "\n",
            "  failed   APPROVE script/" + SCRIPT.name() + ": The administration service on ",
            "Ended: 0 in place, 1 failed, 0 waiting");
  }

  @Test
  void theWaitingEndsAndWhoWasNotHeardOfIsPending() {
    site.approved();
    Printed printed = site.run("test-detection", "--yes", "--timeout", "15s", "--server", "OWN01");
    assertThat(printed.out())
        .contains("  OWN01            pending      nothing was heard yet (operation 16793000).\n")
        .endsWith(
            "Later results appear only in the console: Monitoring > Script Status. Don't run the test again for them.\n");
    assertThat(printed.exit()).isEqualTo(3);
    site.site().pass(Duration.ofMinutes(1));
    assertThat(site.alerts("OWN01")).isEqualTo(1);
  }

  @Test
  void whereScriptsMustBeSignedAnUnsignedOneFailsInTheClientsWords(@TempDir Path other) {
    try (TestedSite strict = new TestedSite("2207", other)) {
      strict.site().lab().withScripts(library -> library.wantsAnotherApprover(false));
      Printed printed = strict.run("test-detection", "--yes", "--json", "--server", "APP02");
      assertThat(printed.results().get(0).path("said").asText())
          .isEqualTo(
              "the client reported a failure with exit code -2147467259, and the script printed \"The script is not digitally signed.\"");
      assertThat(printed.exit()).isEqualTo(1);
    }
  }

  @Test
  void aClientOfAnotherPrimaryIsRefused(@TempDir Path other) {
    try (TestedSite top = new TestedSite("hierarchy", other)) {
      Printed printed = top.run("test-detection", "--yes", "--server", "APP02");
      assertThat(printed.err())
          .startsWith(
              "error: APP02 is a client of site PS1, but Garrison is connected to site CAS, so no script reaches that server.\n       [GAR-1025]");
      assertThat(printed.exit()).isEqualTo(1);
    }
  }
}
