package dev.garrison.cli.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.lab.device.OtherAntivirus;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Which servers are ready, on a site whose servers each miss one thing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrerequisitesCommandIT {
  private TrialSite site;

  @BeforeAll
  void start(@TempDir Path folder) {
    site = prepared(new TrialSite("unready", folder));
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private static TrialSite prepared(TrialSite site) {
    site.manifest().replace("maxDevices: 25", "maxDevices: 50");
    site.manifest().replace("[2012R2, 2019, 2022]", "[2012R2, 2016, 2019, 2022]");
    site.manifest()
        .replace(
            "  onboarding: packages",
            "  platformUpdate: packages/UpdatePlatform.exe\n  onboarding: packages");
    return site;
  }

  private static Printed run(TrialSite site, String... words) {
    return Printed.of(site, words);
  }

  @Test
  void theScreenShowsWhoIsReadyAndWhatBringsTheOthersThere() {
    Printed printed = run(site);
    assertThat(printed.out().replaceFirst("median [0-9]+ seconds?,", "median 30 seconds,"))
        .isEqualTo(
            """
            trial · site PS1 · 2026-11-24 21:00 UTC · deployment method: application
            Hardware inventory age: median 30 seconds, oldest 40 days; 2 servers never sent any.

              ring   servers  ready                      onboarded  not ready  unknown  excluded or unreachable
              pilot       27  #.........        5 (18%)          1         15        4                        2

            Not ready
              other-tenant         1  OTHER01
                                      Onboarded to tenant 77aa0000-0000-4000-8000-000000000003.
                                      Offboard the server with a package of that tenant, or leave the server out ("exceptions", or
                                      the ring's "exclude").
              system               1  W2012
                                      Microsoft Windows Server 2012 Standard is an operating system that Garrison doesn't onboard.
                                      Upgrade Windows, or leave the server out ("exceptions", or the ring's "exclude").
              system               1  W2025
                                      Windows Server 2025 requires site version 2409.
                                      Update the site, or leave the server out ("exceptions", or the ring's "exclude").
              system               1  WKS01
                                      Microsoft Windows 10 Enterprise is an operating system that Garrison doesn't onboard.
                                      Upgrade Windows, or leave the server out ("exceptions", or the ring's "exclude").
              client-too-old       1  CLIENT01
                                      The Configuration Manager client is 5.00.9058.1012, older than 5.00.9058.1043.
                                      Update the client: Administration > Site Configuration > Sites > Hierarchy Settings > Client
                                      Upgrade.
              updates              1  LCU01
                                      The Windows version is 14393.2363, older than 14393.2515 (KB4457127 of 2018-09-20).
                                      Install the latest servicing stack update, and then the latest cumulative update.
              defender             1  FEATURE01
                                      Microsoft Defender Antivirus isn't installed (no service WinDefend).
                                      Run "Install-WindowsFeature -Name Windows-Defender" on the server, restart the server, and
                                      update the Defender platform (KB4052623).
              defender             1  POLICY01
                                      Microsoft Defender Antivirus is disabled (service WinDefend).
                                      Check for the policy DisableAntiSpyware and for another antivirus product. Then run
                                      "MpCmdRun.exe -wdenable" on the server, and restart the server.
              defender             1  SENSE01
                                      The service Sense isn't installed.
                                      Windows includes this service. Run "DISM.EXE /Online /Get-CapabilityInfo
                                      /CapabilityName:Microsoft.Windows.Sense.Client~~~~" on the server to check.
              other-antivirus      1  AV01
                                      CrowdStrike Falcon is installed, but the ring uses active mode.
                                      Remove the product, or move the server to a ring with "antivirus: passive".
              disk-space           1  DISK01
                                      300 MB are free on drive C:, less than the required 1,024 MB.
                                      Free up space for the package, client cache, agent, and logs.
              restart-pending      1  BOOT01
                                      A restart is pending.
                                      Restart the server. Until then, the installation of the agent may only request another
                                      restart.
              no-window            1  WINDOW01
                                      No maintenance window applies, and the ring requires one.
                                      Add a general maintenance window, leave the server out, or set the ring's
                                      "requireMaintenanceWindow: false". A ring that hasn't started waits for the server.
              no-window            1  WINDOW02
                                      The maintenance windows are only for software updates or task sequences, which don't hold back
                                      an application.
                                      Add a general maintenance window, leave the server out, or set the ring's
                                      "requireMaintenanceWindow: false". A ring that hasn't started waits for the server.
              window-too-short     1  SHORT01
                                      The longest maintenance window lasts 30 minutes, shorter than the maximum run time of 60
                                      minutes.
                                      Extend a maintenance window. Until then, the installation never starts (EnforcementState
                                      2004).

            Unknown: Garrison can't confirm that these servers are ready
              updates              1  KB01
                                      Inventory doesn't show KB3080149; a later monthly rollup contains the same fixes under another
                                      number.
                                      Install the latest monthly rollup. If it's already installed, no action is needed; setup
                                      checks the files.
              azure-arc            1  ARC01
                                      Azure Arc manages the server (service himds), so Defender for Cloud may also onboard the
                                      server.
                                      If a Defender for Servers plan covers the server, leave the server out with the ring's
                                      "exclude". Otherwise, no action is needed.
              no-inventory         1  NEW01
                                      The operating system is unknown (SMS_G_System_OPERATING_SYSTEM).
                                      Check InventoryAgent.log on the server. The operating system is unknown until the server sends
                                      hardware inventory.
              inactive             1  OFF01
                                      The client hasn't contacted the site recently, so inventory may be out of date.
                                      Check whether the server is switched off or retired. Repair the client, or remove the record
                                      of the server.

            Excluded or unreachable
              no-client            1  BARE01
                                      Configuration Manager doesn't manage the server.
                                      Install the Configuration Manager client, or remove the record of the server.
              obsolete             1  OLD01
                                      The record of the server is obsolete.
                                      No action is needed: another record replaced this record, which can be removed.

            For information
              scep                 1  SCEP01
                                      System Center Endpoint Protection is installed (service MsMpSvc).
                                      No action is needed: install.ps1 removes System Center Endpoint Protection. Make sure that no
                                      client setting reinstalls it.

            Not checked (no inventory data)
              - the policy DisableAntiSpyware: the installation checks the policy before it changes anything, and ends with exit
                code 20008 if the policy is set.
              - the servicing stack of Windows Server 2016, which must be from 2021-09-14 or later: make sure that updates are
                current.
              - the boundary group: a server without one gets no content, and "garrison status" shows the server as
                waiting-for-content.
              - coverage by a Defender for Servers plan: check Defender for Cloud.

            5 of 27 servers ready (18%): 1 onboarded, 15 not ready, 4 unknown, 2 excluded or unreachable.
            """);
    assertThat(printed.exit()).isEqualTo(2);
  }

  @Test
  void scriptsGetEveryServerWithWhatWasFoundAndWhatItRestsOn() {
    Printed printed = run(site, "--json");
    JsonNode document = new Json().parse(printed.out());
    assertThat(document.path("format").asText()).isEqualTo("garrison.prerequisites/1");
    assertThat(document.path("rings").get(0))
        .hasToString(
            "{\"apart\":2,\"not-ready\":15,\"onboarded\":1,\"ready\":5,\"ring\":\"pilot\",\"servers\":27,\"unknown\":4}");
    assertThat(document.path("servers")).hasSize(27);
    JsonNode line = line(document, "POLICY01");
    assertThat(line.path("state").asText()).isEqualTo("not-ready");
    assertThat(line.path("findings").get(0))
        .hasToString(
            "{\"level\":\"not ready\",\"remedy\":\"Check for the policy DisableAntiSpyware and for"
                + " another antivirus product. Then run \\\"MpCmdRun.exe -wdenable\\\" on the"
                + " server, and restart the server.\",\"what\":\"defender\",\"why\":\"Microsoft"
                + " Defender Antivirus is disabled (service WinDefend)\"}");
    assertThat(line.path("facts"))
        .hasToString(
            "{\"free on C:\":\"40960 MB\",\"restart\":\"not"
                + " pending\",\"revision\":\"6709\",\"services\":\"WinDefend"
                + " (disabled)\",\"updates\":\"unknown\",\"windows\":\"the longest general one"
                + " lasts 4 hours\"}");
    assertThat(line(document, "OURS01").path("state").asText()).isEqualTo("onboarded");
    assertThat(line(document, "ROLLUP01").path("state").asText()).isEqualTo("ready");
  }

  private static JsonNode line(JsonNode document, String name) {
    for (JsonNode line : document.path("servers")) {
      if (line.path("name").asText().equals(name)) {
        return line;
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void aSpreadsheetGetsALineForEachServer() {
    assertThat(run(site, "--csv").out().split("\r\n", -1))
        .hasSize(29)
        .startsWith(
            "server,ring,state,findings,why,what to do,operating system,client version,last"
                + " hardware inventory,revision,services,updates,free on"
                + " C:,restart,windows,resource id")
        .contains(
            "DISK01,pilot,not-ready,disk-space,\"not ready: 300 MB are free on drive C:, less than"
                + " the required 1,024 MB\",\"Free up space for the package, client cache, agent,"
                + " and logs.\",Microsoft Windows Server 2019"
                + " Standard,5.00.9058.1043,2026-11-24T21:00:00Z,5458,\"WinDefend,"
                + " Sense\",unknown,300 MB,not pending,the longest general one lasts 4"
                + " hours,16777234");
  }

  @Test
  void theServersWithOneFindingOrInOneStateAreListed() {
    Printed printed = run(site, "--only", "no-window");
    assertThat(printed.out())
        .isEqualTo(
            """
              WINDOW01         pilot     no maintenance window applies, and the ring requires one. Add a general maintenance window,
                                         leave the server out, or set the ring's "requireMaintenanceWindow: false". A ring that
                                         hasn't started waits for the server.
              WINDOW02         pilot     the maintenance windows are only for software updates or task sequences, which don't hold
                                         back an application. Add a general maintenance window, leave the server out, or set the
                                         ring's "requireMaintenanceWindow: false". A ring that hasn't started waits for the server.
            no-window: 2 servers.
            """);
    assertThat(printed.exit()).isEqualTo(2);
    assertThat(run(site, "--only", "ready").out())
        .isEqualTo(
            """
              FINE12           pilot     ready
              FINE16           pilot     ready
              FINE22           pilot     ready
              ROLLUP01         pilot     ready
              SCEP01           pilot     System Center Endpoint Protection is installed (service MsMpSvc). No action is needed:
                                         install.ps1 removes System Center Endpoint Protection. Make sure that no client setting
                                         reinstalls it.
            ready: 5 servers.
            """);
    Printed refused = run(site, "--only", "broken");
    assertThat(refused.exit()).isEqualTo(64);
    assertThat(refused.err()).contains("\"broken\" isn't one of ready,");
  }

  @Test
  void anActiveRingIsNotReadyForAProductThatOnlyItsProgramShows(@TempDir Path folder) {
    try (TrialSite own = prepared(new TrialSite("unready", folder))) {
      Optional<String> program = Optional.of("Deep Instinct Agent");
      own.lab()
          .servers()
          .install(
              "FINE22", new OtherAntivirus("Deep Instinct", Optional.empty(), program, true, true));
      own.pass(Duration.ofDays(2));

      assertThat(run(own, "--only", "other-antivirus").out().replaceAll("\\s+", " "))
          .contains("FINE22 pilot Deep Instinct is installed, but the ring uses active mode.");
    }
  }

  @Test
  void oneServerIsShownWithAllThatIsKnownOfIt() {
    Printed printed = run(site, "--server", "kb01.contoso.example");
    assertThat(printed.out())
        .isEqualTo(
            """
            KB01 · ring pilot · unknown
              updates           unknown: inventory doesn't show KB3080149; a later monthly rollup contains the same fixes under
                                another number.
                                Install the latest monthly rollup. If it's already installed, no action is needed; setup checks the
                                files.
              operating system  Microsoft Windows Server 2012 R2 Standard
              client            5.00.9058.1043, active; hardware inventory 2026-11-24 21:00 UTC
              revision          21820
              services          none of those looked for
              updates           KB2999226, KB3045999, KB2919355
              free on C:        40960 MB
              restart           not pending
              windows           the longest general one lasts 4 hours
            """);
    assertThat(printed.exit()).isEqualTo(3);
    assertThat(run(site, "--server", "FINE12").exit()).isZero();
    assertThat(run(site, "--server", "SQL99").err()).contains("GAR-0561");
  }

  @Test
  void aReportIsWrittenAndNotOverwritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("prerequisites.html");
    assertThat(run(site, "--report", file.toString()).err())
        .isEqualTo("Report written to %s.%n".formatted(file));
    assertThat(file)
        .content()
        .contains(
            "<h1>5 of 27 servers ready (18%): 1 onboarded, 15 not ready, 4 unknown, 2 excluded or"
                + " unreachable.</h1>")
        .contains("<td>DISK01</td><td>pilot</td><td>not ready</td>");
    assertThat(run(site, "--report", file.toString()).err()).contains("[GAR-0820]");
  }

  @Test
  void aClassThatInventoryLacksMakesNobodyReadyAndIsNamed(@TempDir Path folder) {
    try (TrialSite poor =
        prepared(
            without(
                folder,
                "SMS_G_System_SERVICE",
                "SMS_G_System_QUICK_FIX_ENGINEERING",
                "SMS_G_System_LOGICAL_DISK",
                "SMS_G_System_AdvancedThreatProtectionHealthStatus"))) {
      Printed printed = run(poor);
      assertThat(printed.out())
          .contains(
              """
                - SMS_G_System_SERVICE isn't in this site's inventory, so the antivirus products on servers can't be determined.
                  Enable the class under Administration > Client Settings > Hardware Inventory > Set Classes.
                - SMS_G_System_QUICK_FIX_ENGINEERING isn't in this site's inventory, so the updates of Windows Server 2012 R2 can't be
                  determined. Enable the class under Administration > Client Settings > Hardware Inventory > Set Classes.
                - SMS_G_System_LOGICAL_DISK isn't in this site's inventory, so the free space on servers can't be determined. Enable
                  the class under Administration > Client Settings > Hardware Inventory > Set Classes.
              """);
      assertThat(printed.out()).contains("\n0 of 27 servers ready (0%): ");
      assertThat(run(poor, "--server", "FINE16").exit()).isEqualTo(3);
    }
  }

  @Test
  void releasesThatGarrisonDoesNotOnboardYetAreCalledWhatTheyAre(@TempDir Path folder) {
    try (TrialSite other =
        prepared(
            changed(
                folder,
                text ->
                    text.replace("W2012, os: \"2012\"", "W2012, os: \"1809\"")
                        .replace("LCU01, os: \"2016\"", "LCU01, os: storage2016")))) {
      assertThat(run(other, "--server", "W2012").out())
          .contains(
              "Microsoft Windows Server Datacenter, version 1809 is a release of the Semi-Annual");
      assertThat(run(other, "--server", "LCU01").out())
          .contains(
              "Microsoft Windows Storage Server 2016 Standard is Windows Storage Server, which"
                  + " Garrison");
    }
  }

  private static TrialSite without(Path folder, String... classes) {
    return changed(
        folder, text -> "uninventoried: [%s]\n%s".formatted(String.join(", ", classes), text));
  }

  private static TrialSite changed(Path folder, UnaryOperator<String> change) {
    String resource = "/dev/garrison/lab/sites/unready.yaml";
    try (InputStream stream = PrerequisitesCommandIT.class.getResourceAsStream(resource)) {
      String text =
          new String(
              Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
      Path file = folder.resolve("poor.yaml");
      Files.writeString(file, change.apply(text));
      return TrialSite.of(file, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatServersAnswerTakesThePlaceOfInventory(@TempDir Path folder) {
    try (TrialSite own = prepared(new TrialSite("unready", folder))) {
      own.lab().servers().disableAntivirus("FINE22");
      assertThat(run(own, "--server", "FINE22").exit()).isEqualTo(0);
      Printed printed = run(own, "--live", "--server", "FINE22");
      assertThat(printed.out())
          .startsWith("Asked live: 1 of 1 server answered within 20 seconds.")
          .contains(
              "Microsoft Defender Antivirus is disabled (service WinDefend)",
              "the policy DisableAntiSpyware is 1, which turns off Microsoft Defender Antivirus");
      assertThat(printed.exit()).isEqualTo(2);
    }
  }

  @Test
  void theScreenSaysWhoAnswered() {
    Printed printed = run(site, "--live", "--json");
    assertThat(printed.out()).contains("\"live\":{\"answered\":");
    assertThat(printed.err()).startsWith("Asking the servers directly, for at most 3 minutes.");
  }
}
