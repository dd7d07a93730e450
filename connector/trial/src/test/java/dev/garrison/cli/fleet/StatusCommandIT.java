package dev.garrison.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.fleet.MixedSite.Printed;
import dev.garrison.json.Json;
import dev.garrison.session.Sessions.OpenSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where servers stand, on a site where they stand in every way. */
@Tag("first")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StatusCommandIT {
  private MixedSite site;

  @BeforeAll
  void start(@TempDir Path folder) {
    site = new MixedSite("mixed", folder);
    site.settle();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void theScreenShowsRingsCausesAndTheVerdict() {
    Printed printed = site.run("status");
    assertThat(printed.out())
        .isEqualTo(
            """
            trial · site PS1 · 2026-11-30 21:45 UTC
            Hardware inventory age: median 19 hours, oldest 46 days; 2 servers never sent any.

              ring   servers  onboarded               in progress  attention  not ready  no status  not targeted  unreach.  excluded
              pilot        7  ####......     3 (42%)            0          1          0          0             0         1         2
                     complete: its gate was skipped: CHG1
              broad       11  ##........     3 (27%)            0          4          1          0             1         2         0
                     halted: 4 of 9 servers (44%) failed, 10% allowed; the next "garrison apply" disables its deployments
                     2 servers with an antivirus danger: garrison antivirus

              other-tenant            1  SUB01
                                         onboarded to tenant 77aa0000-0000-4000-8000-000000000003.
                                         Offboard the server with a package of that tenant, or leave the server out ("exceptions",
                                         or the ring's "exclude").
              failed                  2  SQL11, SQL12
                                         deployment failed, error 1603 (Windows Installer: a fatal error during installation).
                                         Restart the server, and then let the deployment retry: slow disks can cause a timeout. If
                                         the error occurs again, check install-SERVER.log in the client cache.
              failed                  1  ODD01
                                         deployment failed, error unknown(777).
                                         Check AppEnforce.log on the server.
              failed                  1  WEB01
                                         deployment failed, error 0x87D00324 (the client: installed, and not detected after it).
                                         Wait for the next evaluation. If the error occurs again, check whether Group Policy or
                                         another tool changes the values that the script set, and exclude the server from that. If
                                         nothing does, check the proxy server and the firewall.
              not-ready               1  AV01
                                         deployment failed, error 20004 (Garrison's script: an antivirus of another maker is
                                         installed).
                                         Remove that product, or move the server to a ring with "antivirus: passive".
              not-targeted            1  DC01
                                         "operatingSystems" doesn't contain Windows Server 2016.
                                         Add "2016" to "operatingSystems", or leave the server out ("exceptions", or the ring's
                                         "exclude").
              no-inventory            1  Check InventoryAgent.log on the server. The operating system is unknown until the server
                                         sends hardware inventory.
                                         All servers: garrison status --only no-inventory
              inactive                1  Check whether the server is switched off or retired. Repair the client, or remove the
                                         record of the server.
                                         All servers: garrison status --only inactive
              no-client               1  Install the Configuration Manager client, or remove the record of the server.
                                         All servers: garrison status --only no-client
              obsolete                1  No action is needed: another record replaced this record, which can be removed.
                                         All servers: garrison status --only obsolete
              exempt                  1  No action is needed until the exception ends.
                                         All servers: garrison status --only exempt

            6 of 18 servers onboarded (33%): 5 need attention, 1 not ready, 1 not targeted, 3 unreachable, 2 excluded.
            """);
    assertThat(printed.exit()).isEqualTo(2);
  }

  @Test
  void everyServerStandsWhereTheSitePutIt() {
    Printed printed = site.run("status", "--json");
    JsonNode document = new Json().parse(printed.out());
    Map<String, String> states = new TreeMap<>();
    document
        .path("servers")
        .forEach(line -> states.put(line.path("name").asText(), line.path("state").asText()));
    assertThat(states)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("AV01", "not-ready"),
                Map.entry("DC01", "not-targeted"),
                Map.entry("DC02", "onboarded"),
                Map.entry("FS01", "onboarded"),
                Map.entry("FS02", "exempt"),
                Map.entry("HV01", "onboarded"),
                Map.entry("NEW01", "no-inventory"),
                Map.entry("ODD01", "failed"),
                Map.entry("OFF01", "inactive"),
                Map.entry("OLD01", "obsolete"),
                Map.entry("OWN01", "onboarded"),
                Map.entry("PRN01", "no-client"),
                Map.entry("SQL11", "failed"),
                Map.entry("SQL12", "failed"),
                Map.entry("SQL13", "onboarded"),
                Map.entry("SUB01", "other-tenant"),
                Map.entry("WEB01", "failed"),
                Map.entry("WEB02", "onboarded")));
    assertThat(document.path("format").asText()).isEqualTo("garrison.status/1");
    assertThat(document.path("rings").get(0))
        .hasToString(
            "{\"antivirus\":{\"asked\":0,\"keptOut\":{\"names\":[\"SUB01\"],\"servers\":1},\"onboarded\":3,"
                + "\"unhealthy\":{\"names\":[],\"servers\":0},\"unknown\":{\"names\":[\"DC02\",\"FS01\",\"OWN01\"],\"servers\":3},"
                + "\"unprotected\":{\"names\":[],\"servers\":0}},\"inDanger\":0,\"reason\":\"its gate was skipped: CHG1\",\"ring\":\"pilot\",\"servers\":7,"
                + "\"state\":\"passed\",\"states\":{\"exempt\":1,\"no-client\":1,\"obsolete\":1,"
                + "\"onboarded\":3,\"other-tenant\":1}}");
    assertThat(printed.exit()).isEqualTo(2);
  }

  @Test
  void theRingsAreAsTheRolloutSeesThem() {
    try (OpenSession open = site.site().open()) {
      assertThat(open.session().fleet().rings()).isEqualTo(open.session().rings());
    }
  }

  @Test
  void aSpreadsheetGetsALineForEachServer() {
    Printed printed = site.run("status", "--csv", "--ring", "PILOT");
    assertThat(printed.out().split("\r\n", -1))
        .hasSize(9)
        .startsWith(
            "server,ring,state,why,what to do,disagreement,operating system,client version,last hardware inventory,"
                + "deployment status,error code,deployment since,antivirus mode status,onboarded to,sensor running,"
                + "sensor last connected,resource id,sensor known from,sensor known since,answered live,sense service,"
                + "windefend service,antivirus running mode,force passive mode,platform version,sensor version,settings status,"
                + "protected by,running mode,running mode from,running mode at,real-time protection,"
                + "real-time protection from,other antivirus,other antivirus from,other antivirus at,"
                + "real-time protection at,antivirus danger,onboarding info,offboarding value")
        .contains(
            "OWN01,pilot,onboarded,onboarded to this tenant,No action is needed.,,Microsoft Windows Server 2022 Standard,5.00.9132.1011,"
                + "2026-11-30T04:24:00Z,already compliant,,2026-11-27T22:00:00Z,,5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2,"
                + "yes,2026-11-30T04:24:00Z,16777231,inventory,2026-11-30T04:24:00Z,,,,,,,,deployment succeeded,"
                + "not known,not known,,,not told,,,,,,,,",
            "PRN01,pilot,no-client,Configuration Manager doesn't manage the server,\"Install the Configuration Manager client,"
                + " or remove the record of the server.\",,,,,,,,,,,,16777235,,,,,,,,,,,not known,not known,,,not told,,,,,,,,");
  }

  @Test
  void oneServerIsShownWithAllThatIsKnownOfIt() {
    Printed printed = site.run("status", "--server", "sub01.contoso.example");
    assertThat(printed.out())
        .isEqualTo(
            """
            SUB01 · ring pilot · other-tenant
              why               onboarded to tenant 77aa0000-0000-4000-8000-000000000003
              what to do        Offboard the server with a package of that tenant, or leave the server out ("exceptions", or the
                                ring's "exclude").
              operating system  Microsoft Windows Server 2019 Standard
              client            5.00.9132.1011, active; hardware inventory 2026-11-30 03:47 UTC
              deployment        none targets the server
              sensor            OnboardingState 1, tenant 77aa0000-0000-4000-8000-000000000003, Sense running, last connected
                                2026-11-30 03:47 UTC; inventory 2026-11-30 03:47 UTC
              protected by      not known: mode not known
            """);
    assertThat(printed.exit()).isEqualTo(2);
    assertThat(site.run("status", "--server", "DC02").exit()).isZero();
  }

  @Test
  void theServersOfAStateAreListedAndTheExitCodeSpeaksOfAll() {
    Printed printed = site.run("status", "--only", "no-client");
    assertThat(printed.out())
        .isEqualTo(
            """
              PRN01            pilot     Configuration Manager doesn't manage the server. Install the Configuration Manager client,
                                         or remove the record of the server.
            no-client: 1 server.
            """);
    assertThat(printed.exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--ring canary | 1 | error: The manifest has no ring \"canary\". [GAR-0515] Fix: Specify one of these rings: pilot, broad.",
        "--server SQL99 | 1 | error: No ring's collection has a server \"SQL99\". [GAR-0561] Fix: Check in the console which collections the server is in. The \"exclude\" key of a ring can also remove the server.",
        "--server AV01 --ring pilot | 1 | error: The collection of ring \"pilot\" has no server \"AV01\". [GAR-0561] Fix: Check in the console which collections the server is in. The \"exclude\" key of a ring can also remove the server.",
        "--only broken | 64 | \"broken\" isn't one of onboarded, other-tenant, sensor-stopped, lost, offboarding-pending, antivirus-mode, antivirus-danger, settings, failed, unclear, reboot-pending, installing, waiting-for-content, waiting-for-window, waiting, onboarding-pending, not-ready, awaiting-policy, silent, not-targeted, legacy-sensor, no-inventory, inactive, no-client, obsolete, exempt.",
        "--json --csv | 64 | These options can't be used together: --json, --csv."
      })
  void aQuestionThatCannotBeAnsweredIsRefused(String options, int exit, String message) {
    Printed printed = site.run(("status " + options).split(" "));
    assertThat(printed.err().replaceAll("\\s+", " ")).contains(message);
    assertThat(printed.exit()).isEqualTo(exit);
    assertThat(printed.out()).isEmpty();
  }

  @Test
  void aReportIsWrittenAndReplacedOnlyWhenToldTo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("status.html");
    Printed first = site.run("status", "--report", file.toString());
    assertThat(first.err()).isEqualTo("Report written to %s.%n".formatted(file));
    String page = Files.readString(file);
    assertThat(page)
        .contains(
            "<h1>6 of 18 servers onboarded (33%): 5 need attention, 1 not ready, 1 not targeted, 3 unreachable, 2 excluded.</h1>");
    Files.writeString(file, "mine");
    Printed refused = site.run("status", "--report", file.toString());
    assertThat(refused.err().replaceAll("\\s+", " "))
        .contains(file + " already exists. [GAR-0820] Fix: Specify another file name");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(file).hasContent("mine");
    assertThat(site.run("status", "--report", file.toString(), "--overwrite").exit()).isEqualTo(2);
    assertThat(file).hasContent(page);
    assertThat(folder.toFile().list()).containsExactly("status.html");
  }

  @Test
  void aClassThatInventoryLacksIsNamedAndNobodyIsOnboardedByIt(@TempDir Path folder) {
    try (MixedSite old = new MixedSite("2107", folder)) {
      Printed printed = old.run("status");
      assertThat(printed.out().lines().skip(2).limit(3))
          .containsExactly(
              "  - SMS_G_System_AdvancedThreatProtectionHealthStatus isn't in this site's inventory, so the status that sensors report",
              "    can't be determined. Enable the class under Administration > Client Settings > Hardware Inventory > Set Classes.",
              "");
      assertThat(printed.out()).endsWith("0 of 4 servers onboarded (0%): 4 not targeted.\n");
      assertThat(printed.exit()).isEqualTo(3);
    }
  }
}
