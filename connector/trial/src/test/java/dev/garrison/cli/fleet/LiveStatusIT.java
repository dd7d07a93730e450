package dev.garrison.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.fleet.MixedSite.Printed;
import dev.garrison.json.Json;
import dev.garrison.lab.Lab;
import dev.garrison.lab.ServedRequest;
import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import dev.garrison.lab.fault.RequestMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garrison status --live}: what servers answer themselves, beside what the site knew. */
final class LiveStatusIT {
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  @TempDir private Path folder;
  private MixedSite site;

  @BeforeEach
  void start() {
    site = new MixedSite("mixed", folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private JsonNode server(Printed printed, String name) {
    for (JsonNode line : new Json().parse(printed.out()).path("servers")) {
      if (line.path("name").asText().equals(name)) {
        return line;
      }
    }
    throw new AssertionError("no server " + name + " in " + printed.out());
  }

  private List<String> questions() {
    List<String> questions = new ArrayList<>();
    for (ServedRequest request : site.site().lab().requests().all()) {
      if (request.path().contains("RunCMPivot")) {
        questions.add(request.path() + " " + request.body());
      }
    }
    return questions;
  }

  @Test
  void withoutTheOptionNobodyIsAsked() {
    site.run("status");
    assertThat(questions()).isEmpty();
  }

  @Test
  void theScreenSaysHowManyAnsweredAndWhoDidNot() {
    Printed printed = site.run("status", "--live");
    assertThat(printed.out())
        .contains(
            """
            Hardware inventory age: median 0 seconds, oldest 40 days; 2 servers never sent any.
            Asked live: 15 of 16 servers answered within 30 seconds.
            Still pending: 1 server (OFF01). It is off or slow; older facts are shown instead.
            """);
    assertThat(printed.err())
        .isEqualTo(
            """
            Asking the servers directly, for at most 3 minutes. Ctrl-C shows the answers so far.
            5 of 16 servers answered.
            11 of 16 servers answered.
            15 of 16 servers answered.
            """);
  }

  @Test
  void whatAServerAnswersTakesThePlaceOfOlderFacts() {
    site.site().lab().servers().stopSensor("OWN01");
    assertThat(site.run("status", "--server", "OWN01").out())
        .contains("OWN01 · ring pilot · onboarded");
    Printed printed = site.run("status", "--live", "--server", "OWN01");
    assertThat(printed.out())
        .isEqualTo(
            """
            Asked live: 1 of 1 server answered within 20 seconds.
            OWN01 · ring pilot · sensor-stopped
              why               onboarded, but the service Sense isn't running
              what to do        Check the service Sense and the log Microsoft-Windows-SENSE/Operational on the server.
              operating system  Microsoft Windows Server 2022 Standard
              client            5.00.9132.1011, active; hardware inventory 2026-11-24 21:00 UTC
              deployment        none targets the server
              sensor            OnboardingState 1, tenant %s, Sense not running, last connected
                                2026-11-24 21:00 UTC; CMPivot 2026-11-24 21:00 UTC
              protected by      Microsoft Defender Antivirus: mode Normal (live question, 2026-11-24 21:00 UTC); real-time
                                protection on (live question, 2026-11-24 21:00 UTC)
              asked live        Sense stopped, WinDefend running, antivirus Normal, ForceDefenderPassiveMode not set, platform
                                4.18.26030.3011, sensor 10.8797.25857.1000, OnboardingInfo set, offboarding value not set; answered
                                2026-11-24 21:00 UTC
            """
                .formatted(TENANT));
    assertThat(printed.exit()).isEqualTo(2);
  }

  @Test
  void aServerThatSomebodyOffboardedIsLostAlthoughInventoryDoesNotKnowYet() {
    site.settle();
    site.site().lab().servers().offboard("DC02");
    assertThat(server(site.run("status", "--json"), "DC02").path("state").asText())
        .isEqualTo("onboarded");
    JsonNode line = server(site.run("status", "--json", "--live"), "DC02");
    assertThat(line.path("state").asText()).isEqualTo("lost");
    assertThat(line.path("disagreement").asText())
        .contains(
            "CMPivot reports \"onboarding pending: the sensor isn't onboarded, and the policy key contains"
                + " OnboardingInfo")
        .endsWith("the later report counts");
    assertThat(line.path("live").path("sense").asText()).isEqualTo("stopped");
  }

  @Test
  void oneThatIsOffIsWaitedForUntilTheDeadlineAndKeepsWhatWasKnown() {
    site.site().lab().servers().turnOff("OWN01");
    Printed printed = site.run("status", "--json", "--live", "--live-timeout", "45s");
    JsonNode document = new Json().parse(printed.out());
    assertThat(document.path("live").toString())
        .isEqualTo(
            "{\"answered\":14,\"asked\":16,\"ended\":false,\"notes\":[],\"pending\":2,\"waitedSeconds\":45}");
    JsonNode line = server(printed, "OWN01");
    assertThat(line.path("askedLive").asBoolean()).isTrue();
    assertThat(line.path("live").isNull()).isTrue();
    assertThat(line.path("sensor").path("asked").isNull()).isTrue();
    assertThat(line.path("state").asText()).isEqualTo("onboarded");
  }

  @Test
  void oneServerIsAskedAloneAndARingByItsOwnCollections() {
    site.run("status", "--live", "--server", "FS01");
    assertThat(questions()).hasSize(9).allMatch(line -> line.contains("v1.0/Device("));
    site.site().lab().requests().reset();
    site.run("status", "--live", "--ring", "pilot");
    assertThat(questions()).hasSize(9).allMatch(line -> line.contains("v1.0/Collections('PS1"));
  }

  @Test
  void theBlobInThePolicyKeyIsNeverAskedFor() {
    Printed printed = site.run("status", "--json", "--live");
    assertThat(questions())
        .filteredOn(line -> line.contains("Policies"))
        .isNotEmpty()
        .allMatch(line ->
            line.contains("where Property == 'ForceDefenderPassiveMode'")
                || line.contains("where Property == 'DisableAntiSpyware'")
                || line.contains(" | project Device, Property)"));
    assertThat(printed.out()).doesNotContain("secret");
  }

  @Test
  void allSystemsIsNeverAsked() {
    site.site().manifest().replace("collections: [Pilot servers]", "collections: [SMS00001]");
    Printed printed = site.run("status", "--live");
    assertThat(printed.err()).contains("[GAR-0113]");
    assertThat(questions()).isEmpty();
  }

  @Test
  void aQueryThatTheSiteRefusesIsAskedMoreSimply() {
    site.site().lab().faults().status(RequestMatcher.of("POST", "RunCMPivot"), 400, 1);
    Printed printed = site.run("status", "--json", "--live", "--server", "OWN01");
    assertThat(questions()).hasSize(10);
    assertThat(server(printed, "OWN01").path("sensor").path("asked").isTextual()).isTrue();
    assertThat(new Json().parse(printed.out()).path("live").path("notes")).isEmpty();
  }

  @Test
  void aQueryThatTheSiteRefusesAltogetherIsSaidAndTheOthersGoOn() {
    site.site().lab().faults().status(RequestMatcher.of("POST", "RunCMPivot"), 400, 2);
    Printed printed = site.run("status", "--live", "--live-timeout", "30s", "--server", "OWN01");
    assertThat(printed.out())
        .contains(
            "Asked live: 0 of 1 server answered within 30 seconds.",
            "Servers weren't queried for the sensor's state and tenant: ",
            "[GAR-0954]",
            "asked live        no answer; the facts shown here are older");
  }

  @Test
  void withoutTheRightTheSiteIsShownAndTheRightNamed() {
    Set<Right> others = EnumSet.allOf(Right.class);
    others.remove(Right.RUN_CMPIVOT);
    site.site().lab().rights().only(Secured.COLLECTION, others);
    Printed printed = site.run("status", "--live");
    assertThat(printed.out())
        .contains(
            "Asked live: 0 of 16 servers answered within 0 seconds.",
            "The account isn't allowed to query clients: the site denied CMPivot. Add the permissions Run CMPivot on Collection",
            "[GAR-0952]",
            "servers onboarded");
    assertThat(questions()).hasSize(1);
  }

  @Test
  void aSiteThatDoesNotOfferItIsNotAsked() {
    site.site().lab().faults().statusFromNowOn(RequestMatcher.of("GET", "v1[.]0"), 404);
    Printed printed = site.run("status", "--live");
    assertThat(printed.out())
        .contains(
            "Asked live: no server could be asked.",
            "v1.0/$metadata has no action RunCMPivot.",
            "[GAR-0951]");
    assertThat(questions()).isEmpty();
  }

  @Test
  void aReadingThatFailsIsSaidAndEndsTheWaiting() {
    site.site().lab().faults().statusFromNowOn(RequestMatcher.of("GET", "CMPivotResult"), 400);
    Printed printed = site.run("status", "--live");
    assertThat(printed.out())
        .contains("Asked live: 0 of 16 servers answered within 10 seconds.", "[GAR-0955]");
  }

  @Test
  void clientsOfAnotherPrimaryAreNotAskedAndSaid(@TempDir Path other) {
    try (MixedSite top = new MixedSite("hierarchy", other)) {
      Printed printed = top.run("status", "--live");
      assertThat(printed.out())
          .contains(
              "Asked live: no server could be asked.",
              "3 servers of site PS1 can't be queried through site CAS.",
              "[GAR-0953]");
    }
  }

  @Test
  void aPrimarySiteAsksItsOwnClientsAndNamesTheOthers(@TempDir Path other) throws IOException {
    Path file = other.resolve("primary.yaml");
    try (InputStream hierarchy = Lab.class.getResourceAsStream("sites/hierarchy.yaml")) {
      String text =
          new String(Objects.requireNonNull(hierarchy).readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(file, text.replace("code: CAS\nid", "code: PS1\nid"));
    }
    try (MixedSite primary = new MixedSite(file, other.resolve("trial"))) {
      assertThat(primary.run("status", "--live").out())
          .contains(
              "Asked live: 3 of 3 servers answered within",
              "1 server of site PS2 can't be queried through site PS1.")
          .doesNotContain("of site PS1 cannot");
    }
  }

  @Test
  void theSpreadsheetSaysOfEachFactWhereItComesFrom() {
    site.site().lab().servers().turnOff("OWN01");
    String lines = site.run("status", "--csv", "--live", "--live-timeout", "30s").out();
    assertThat(lines)
        .contains(
            ",sensor known from,sensor known since,answered live,sense service,",
            ",CMPivot,2026-11-24T21:00:30Z,2026-11-24T21:00:30Z,runs,runs,Normal,not set,4.18.26030.3011,10.8797.25857.1000",
            ",16777231,inventory,2026-11-24T21:00:00Z,no,,,,,,");
  }

  @Test
  void everyServerThatAnswersIsShownAsItIs() {
    site.settle();
    for (String name : List.of("FS01", "OWN01")) {
      site.site().lab().servers().offboard(name);
    }
    for (JsonNode line :
        new Json().parse(site.run("status", "--json", "--live").out()).path("servers")) {
      if (line.path("live").isObject()) {
        String name = line.path("name").asText();
        assertThat(line.path("sensor").path("state").asInt() == 1)
            .as(name)
            .isEqualTo(site.site().lab().servers().onboardedTo(name).isPresent());
      }
    }
  }
}
