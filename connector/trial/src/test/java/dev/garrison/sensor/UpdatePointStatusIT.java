package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.lab.adminservice.rights.Secured;
import dev.garrison.lab.adminservice.softwareupdate.SoftwareUpdates;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where rings of a software update point stand, for people and for programs. */
final class UpdatePointStatusIT {
  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void start() {
    trial = TrialUpdates.ofUpdatePoint(folder);
    trial.withoutServers();
  }

  @AfterEach
  void onlyReads() {
    assertThat(trial.lab().requests().writes()).isEmpty();
    trial.close();
  }

  private void inConsole(Consumer<SoftwareUpdates> deed) {
    trial.lab().inSoftwareLibrary(deed);
  }

  private static String flat(Ended ended) {
    return ended.out().replaceAll("\\s+", " ");
  }

  @Test
  void aRingIsShownWithItsRuleItsReleaseAndItsServers() {
    inConsole(site -> {
      site.makeRule("Sensor update: pilot", "Pilot servers", 1, true, "Current Channel (Broad)");
      site.runRules();
      site.deploy("By hand", "Pilot servers", "10.8735.26020.1009");
    });
    Ended ended = trial.status();
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out())
        .isEqualTo(
            """
            trial, 2026-11-02 08:00 UTC

              software update point of site PS1   sup01.lab.example, synchronized 2026-11-02 05:00
                product Microsoft Defender for Endpoint: synchronized
                ring pilot, "Pilot servers": rule "Sensor update: pilot", ran 2026-11-02 08:00
                ring production, "Production servers": no rule
                unified agent, no channel: 10.8798.25857.1000 is current
                  pilot       10.8735.26020.1009 due 2026-11-02 08:00 local time, not yet 10.8798.25857.1000 1 installed, 1 missing, 1 not required
                  production  nothing deployed                                     1 missing, 2 not required, 1 unknown
                Windows Server 2019, Current Channel (Broad): 10.8838.26060.1002 is current
                  pilot       10.8838.26060.1002 due 2026-11-03 08:00              1 installed, 2 not required
                  production  nothing deployed                                     1 missing, 2 not required, 1 unknown
                warning: No enabled deployment brings unified agent 10.8798.25857.1000 to ring "pilot", which must get a release within
                         1 day. [GAR-1014]
                  Fix: Check the rule of the ring in the console: Software Library > Software Updates > Automatic Deployment Rules.
                warning: No automatic deployment rule serves ring "production". [GAR-1004]
                  Fix: Run "garrison plan --only wsus" to see the command.
                warning: No release of the manifest is required by 1 of 4 servers in ring "production": SQL01. [GAR-1009]
                  Fix: Install the agent on these servers, or add their family to "releases".

              The software update point needs attention. No changes were made.
            """);
  }

  @Test
  void programsGetTheSameAsJson() {
    inConsole(site -> {
      site.makeRule("Sensor update: pilot", "Pilot servers", 1, true);
      site.runRules();
    });
    JsonNode point = new Json().parse(trial.status("--json").out()).path("softwareUpdatePoint");
    assertThat(point.path("site").asText()).isEqualTo("PS1");
    assertThat(point.path("product").asText()).isEqualTo("subscribed");
    assertThat(point.path("rings").get(0).path("rule").asText()).isEqualTo("Sensor update: pilot");
    assertThat(point.path("rings").get(0).path("ruleHasDeployed").asBoolean()).isTrue();
    JsonNode pilot = point.path("lines").get(0).path("rings").get(0);
    assertThat(pilot.path("deployed").asText()).isEqualTo("10.8798.25857.1000");
    assertThat(pilot.path("deadline").asText()).isEqualTo("2026-11-03T08:00:00Z");
    assertThat(pilot.path("installed").asInt()).isEqualTo(1);
    assertThat(pilot.path("missing").asInt()).isEqualTo(1);
    assertThat(pilot.path("notRequired").asInt()).isEqualTo(1);
    assertThat(point.path("findings").findValuesAsText("code"))
        .containsExactly("GAR-1010", "GAR-1004", "GAR-1009");
  }

  @Test
  void aSpreadsheetGetsALineForEachRing() {
    inConsole(site -> {
      site.makeRule("Sensor update: pilot", "Pilot servers", 1, true);
      site.runRules();
    });
    assertThat(trial.status("--csv").out().lines().skip(1))
        .containsExactly(
            "site PS1,,,10.8798.25857.1000,,pilot,yes,no,Sensor update: pilot,1,1,,0,1,",
            "site PS1,,,10.8798.25857.1000,,production,no,no,,0,1,,1,2,",
            "site PS1,Windows Server 2019,Current Channel (Broad),10.8838.26060.1002,,pilot,yes,no,Sensor update: pilot,1,0,,0,2,",
            "site PS1,Windows Server 2019,Current Channel (Broad),10.8838.26060.1002,,production,no,no,,0,1,,1,2,");
  }

  @Test
  void aPageShowsTheSame() throws IOException {
    Path page = folder.resolve("point.html");
    trial.status("--report", page.toString());
    assertThat(Files.readString(page))
        .contains(
            "<h2>Software update point of PS1</h2>",
            "<tr><td>pilot</td><td>nothing deployed</td><td>1</td><td>1</td><td>0</td><td>1</td></tr>",
            "No automatic deployment rule serves ring &quot;pilot&quot;.");
  }

  @Test
  void eachThingThatIsWrongIsNamed() {
    inConsole(site -> {
      site.makeRule("Sensor update: pilot", "Pilot servers", 1, false);
      site.makeRule("Sensor update: production", "All Servers", 14, true);
      site.runRules();
      site.failRule("Sensor update: pilot", -2016410105);
      site.failSynchronisation(0x80072EE2L);
    });
    assertThat(flat(trial.status()))
        .contains(
            "The last synchronization of software update point sup01.lab.example failed (0x80072EE2). [GAR-1003] Fix: Check wsyncmgr.log on the site server.",
            "The last run of rule \"Sensor update: pilot\" of ring \"pilot\" failed (0x87D00607). [GAR-1006]",
            "isn't enabled. [GAR-1011]",
            "Rule \"Sensor update: production\" of ring \"production\" deploys to another collection than \"Production servers\". [GAR-1007]");
  }

  @Test
  void aProductThatIsNotSynchronisedIsNamed() {
    inConsole(site -> site.subscribe(false));
    assertThat(flat(trial.status()))
        .contains("product Microsoft Defender for Endpoint: NOT synchronized", "[GAR-1002]")
        .contains("The site has no release in force for unified agent. [GAR-1014]");
  }

  @Test
  void aSiteThatShowsNothingIsNotTakenForOneWithoutRules() {
    trial.lab().rights().only(Secured.SOFTWARE_UPDATE, Set.of());
    Ended ended = trial.status();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(flat(ended))
        .contains("[GAR-1001]", "The site didn't report its software update point. No")
        .doesNotContain("servers");
  }

  @Test
  void oneServerAskedForLeavesTheSiteOut() {
    Ended ended = trial.status("--server", "wsus01");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(trial.lab().requests().all()).isEmpty();
  }

  @Test
  void aPointThatHasNotSynchronisedForAMonthIsNamed() {
    inConsole(site -> site.synchronised(Optional.of(Duration.ofDays(30))));
    assertThat(flat(trial.status())).doesNotContain("GAR-1013");
    inConsole(site -> site.synchronised(Optional.of(Duration.ofDays(200))));
    assertThat(flat(trial.status()))
        .contains("sup01.lab.example hasn't synchronized for 200 days. [GAR-1013]");
  }

  @Test
  void aPointThatNeverSynchronisedIsNamed() {
    inConsole(site -> site.synchronised(Optional.empty()));
    assertThat(flat(trial.status()))
        .contains("sup01.lab.example hasn't synchronized successfully yet. [GAR-1013]");
  }

  @Test
  void aSiteThatDoesNotShowHowItSynchronisesIsNamed() {
    inConsole(SoftwareUpdates::hideSynchronisation);
    assertThat(flat(trial.status()))
        .contains(
            "The site doesn't show the synchronization status of its software update point. [GAR-1013] Fix: Synchronize the software update point, and check Monitoring > Software Update Point Synchronization Status.");
  }

  @Test
  void aRuleThatNeverRanIsNamed() {
    inConsole(site -> site.makeRule("Sensor update: pilot", "Pilot servers", 1, true));
    assertThat(flat(trial.status()))
        .contains(
            "Rule \"Sensor update: pilot\" of ring \"pilot\" hasn't run yet. [GAR-1015] Fix: Run the rule in the console: Software Library > Software Updates > Automatic Deployment Rules.");
  }

  @Test
  void aReleaseThatIsDeployedNowhereIsNamedOnceItIsOverdue() {
    assertThat(flat(trial.status())).doesNotContain("to ring \"production\", which");
    trial.pass(Duration.ofDays(8));
    assertThat(flat(trial.status()))
        .contains(
            "No enabled deployment brings unified agent 10.8798.25857.1000 to ring \"production\", which must get a release within 14 days. [GAR-1014]");
  }

  @Test
  void aNewerDeploymentThatIsNotEnabledDoesNotHideBehindAnOlderOne() {
    inConsole(site -> {
      site.makeRule("Sensor update: pilot", "Pilot servers", 1, true);
      site.runRules();
      site.letRuleEnable("Sensor update: pilot", false);
      site.publish("", "10.8801.26000.1000", "");
    });
    trial.pass(Duration.ofHours(1));
    inConsole(SoftwareUpdates::runRules);
    assertThat(flat(trial.status()))
        .contains(
            "of unified agent 10.8801.26000.1000 to ring \"pilot\" isn't enabled. [GAR-1011]");
  }

  @Test
  void aDeadlineOfClientsHasNoZoneForPrograms() {
    inConsole(site -> site.deploy("By hand", "Pilot servers", "10.8798.25857.1000"));
    JsonNode pilot =
        new Json()
            .parse(trial.status("--json").out())
            .path("softwareUpdatePoint")
            .path("lines")
            .get(0)
            .path("rings")
            .get(0);
    assertThat(pilot.path("deadline").asText()).isEqualTo("2026-11-02T08:00:00");
    assertThat(pilot.path("deadlineIsLocal").asBoolean()).isTrue();
  }
}
