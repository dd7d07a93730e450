package dev.garrison.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.plan.Plan;
import dev.garrison.lab.adminservice.endpointprotection.AgentSetting;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.servers.RawSite;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialManifest;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A passive ring on the client-setting route. Its servers are under tamper protection, but for
 * APP02: one that is onboarded before the value is there is active for ever. On WEB02 a Group
 * Policy writes the value over.
 */
final class PassiveByClientSettingIT {
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final List<String> SERVERS = List.of("APP02", "WEB01", "WEB02");
  private static final String METHOD =
      "rollout: {method: client-setting, clientSetting: MDE client, onboardingPolicy: MDE onboarding, defenderAgent: 1}\n";
  private static final Duration PAST_THE_DEADLINE = Duration.ofDays(5);

  @TempDir private Path folder;
  private TrialSite site;

  @BeforeEach
  void start() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            AgentSetting.class.getResourceAsStream("/dev/garrison/lab/sites/2509.yaml"))) {
      site =
          TrialSite.of(
              Files.writeString(
                  folder.resolve("site.yaml"),
                  new String(file.readAllBytes(), StandardCharsets.UTF_8)
                      .replace("{name: WEB02,", "{name: WEB02, overruled: true,")),
              folder.resolve("trial"));
    }
    site.manifest()
        .replace("  installer: packages/md4ws.msi\n  installScript: packages/install.ps1\n", "");
    site.manifest()
        .replace("operatingSystems: [2012R2, 2019, 2022]", "operatingSystems: [2016, 2019, 2022]");
    site.manifest()
        .replace(
            "antivirus: active",
            TrialManifest.passive("Pilot servers") + "\n    gate: {failed: 50}");
    site.manifest().text(site.manifest().text() + METHOD);
    site.lab().inConsole(console -> console.make(AgentSetting.mdeClient("MDE client", 1)));
    site.lab().inConsole(console -> console.makePolicy("MDE onboarding", TENANT));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Map<String, String> modes() {
    Map<String, String> modes = new TreeMap<>();
    SERVERS.forEach(server ->
        modes.put(server, site.lab().servers().runningMode(server).orElse("not onboarded")));
    return modes;
  }

  private RingReport pilot() {
    try (OpenSession open = site.open()) {
      return open.session().rings().getFirst();
    }
  }

  private List<String> members(String collection) {
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      String id = raw.named("SMS_Collection", "Name", collection).path("CollectionID").asText();
      return raw.get("SMS_FullCollectionMembership?$filter=CollectionID%20eq%20'" + id + "'")
          .path("value")
          .valueStream()
          .map(row -> row.path("Name").asText())
          .toList();
    }
  }

  private void told() {
    assertThat(site.converge()).isEmpty();
    site.pass(PAST_THE_DEADLINE);
  }

  @Test
  void thePolicyReachesNobodyBeforeTheModeWasReadAsSet() {
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump())
        .contains(
            "clientSettingAssignments:\n- collection: MDE pilot - 2016 passive\n  setting: MDE client\n",
            "- collection: MDE pilot - 2019 passive\n  name: MDE pilot - 2019\n  policy: MDE onboarding\n",
            "- application: Defender for Endpoint antivirus passive\n");
    site.pass(PAST_THE_DEADLINE);
    assertThat(members("MDE pilot - 2016 passive")).isEmpty();
    assertThat(modes().values()).containsOnly("not onboarded");
  }

  @Test
  void aLaterPlanLetsInWhoIsToldAndThesePassServersAreOnboardedPassive() {
    told();
    Plan plan = site.plan();
    assertThat(site.pending())
        .containsExactly(
            "UPDATE collection/MDE pilot - 2016 passive",
            "UPDATE collection/MDE pilot - 2022 passive");
    assertThat(plan.remarks())
        .contains(
            "ring pilot: of 3 servers 0 may be onboarded, 2 more from now on, because their antivirus is verified as set to passive mode; 1 wait for that");
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(2));
    assertThat(modes())
        .isEqualTo(
            Map.of("APP02", "Passive Mode", "WEB01", "Passive Mode", "WEB02", "not onboarded"));
    assertThat(site.pending()).doesNotContain("UPDATE collection/MDE pilot - 2016 passive");
  }

  @Test
  void aServerOnWhichTheModeFailedNeverEntersAndCountsAsFailed() {
    told();
    assertThat(pilot().health()).isEqualTo(new RingHealth(0, 1, 2, 0, 0));
    for (int day = 0; day < 20; day++) {
      assertThat(site.apply()).isEmpty();
      site.pass(Duration.ofDays(1));
      assertThat(members("MDE pilot - 2019 passive")).isEmpty();
    }
    assertThat(pilot().health()).isEqualTo(new RingHealth(2, 1, 0, 0, 0));
    assertThat(modes()).containsEntry("WEB02", "not onboarded");
    site.lab().servers().repair("WEB02");
    site.pass(Duration.ofDays(8));
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(2));
    assertThat(modes()).containsEntry("WEB02", "Passive Mode");
  }

  @Test
  void aModeThatFailsOnTooManyServersHaltsTheRing() {
    site.manifest().replace("    gate: {failed: 50}\n", "");
    told();
    assertThat(site.converge()).isEmpty();
    assertThat(pilot().state().word()).isEqualTo("halted");
    assertThat(pilot().reason())
        .matches("1 of 3 servers \\(33%\\) failed, 10% allowed \\(by the gate, \\S+Z\\)");
    assertThat(site.lab().dump()).doesNotContain("policyDeployments", "clientSettingAssignments");
  }

  @Test
  void whoIsInStaysInWhateverTheModesDeploymentSaysLater() {
    told();
    assertThat(site.apply()).isEmpty();
    site.pass(Duration.ofMinutes(20));
    assertThat(members("MDE pilot - 2016 passive")).containsExactly("WEB01");
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      raw.get("SMS_ApplicationAssignment")
          .path("value")
          .valueStream()
          .filter(row -> row.path("AssignmentName").asText().endsWith("2016 antivirus passive"))
          .forEach(row ->
              raw.delete("SMS_ApplicationAssignment(" + row.path("AssignmentID").asLong() + ")"));
    }
    assertThat(site.converge()).isEmpty();
    assertThat(members("MDE pilot - 2016 passive")).containsExactly("WEB01");
  }

  /** What the collection is for: nothing else keeps the policy behind the mode. */
  @Test
  void aServerThatAPersonLetsInTooEarlyIsActiveForEverAndThePlanTakesTheRuleAway() {
    assertThat(site.converge()).isEmpty();
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      raw.direct(
          raw.named("SMS_Collection", "Name", "MDE pilot - 2016 passive")
              .path("CollectionID")
              .asText(),
          "AddMembershipRule",
          "WEB01");
    }
    assertThat(site.pending()).containsExactly("UPDATE collection/MDE pilot - 2016 passive");
    site.pass(Duration.ofDays(1));
    assertThat(modes()).containsEntry("WEB01", "Normal");
    told();
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(2));
    assertThat(modes()).containsEntry("WEB01", "Normal").containsEntry("APP02", "Passive Mode");
  }

  @Test
  void serversMoveFromTheApplicationRouteWithTheModeThatTheyHave() {
    String byPolicy = site.manifest().text();
    site.manifest()
        .text(
            byPolicy
                .replace(METHOD, "")
                .replace(
                    "packages:\n",
                    "packages:\n  installer: packages/md4ws.msi\n  installScript: packages/install.ps1\n")
                .replace("operatingSystems: [2016, 2019, 2022]", "operatingSystems: [2019, 2022]"));
    told();
    site.manifest()
        .text(
            byPolicy
                .replace("method: client-setting,", "method: client-setting, migrateRoute: true,")
                .replace("operatingSystems: [2016, 2019, 2022]", "operatingSystems: [2019, 2022]"));
    assertThat(site.pending())
        .containsSubsequence(
            "CREATE collection/MDE pilot - 2022 passive",
            "DELETE deployment/MDE pilot - 2022",
            "CREATE policy-deployment/MDE pilot - 2022")
        .noneMatch(change -> change.endsWith("antivirus passive"));
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofHours(1));
    assertThat(members("MDE pilot - 2022 passive")).containsExactly("APP02");
    assertThat(site.plan().survey()).containsEntry("route", "client-setting");
    site.manifest()
        .replace(
            "method: client-setting, migrateRoute: true",
            "method: application, migrateRoute: true");
    site.manifest()
        .replace(
            "packages:\n",
            "packages:\n  installer: packages/md4ws.msi\n  installScript: packages/install.ps1\n");
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump())
        .contains("- application: Defender for Endpoint 2022\n")
        .doesNotContain("policyDeployments", "clientSettingAssignments", "2022 passive\n");
  }

  @Test
  void aHaltDisablesTheModeTakesThePolicyBackAndLetsNobodyIn() {
    told();
    site.order(new RingOrder(Kind.HALT, "pilot", "CHG9"));
    assertThat(site.lab().dump()).doesNotContain("policyDeployments", "clientSettingAssignments");
    assertThat(site.pending()).isEmpty();
    assertThat(site.plan().remarks()).noneMatch(remark -> remark.contains("may be onboarded"));
    site.pass(Duration.ofDays(2));
    assertThat(members("MDE pilot - 2016 passive")).isEmpty();
    site.order(new RingOrder(Kind.RESUME, "pilot", ""));
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(2));
    assertThat(modes()).containsEntry("WEB01", "Passive Mode");
  }

  @Test
  void whereAHaltLeavesOnlyTheNoteToTellTheRouteServersThatWereLetInStayIn() {
    site.manifest().replace("[2016, 2019, 2022]", "[2019, 2022]");
    told();
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(2));
    List<String> before = members("MDE pilot - 2022 passive");
    assertThat(before).isNotEmpty();
    site.manifest().replace("method: client-setting, ", "");
    site.order(new RingOrder(Kind.HALT, "pilot", "CHG9"));
    assertThat(site.pending()).isEmpty();
    assertThat(members("MDE pilot - 2022 passive")).isEqualTo(before);
  }

  @Test
  void aRingThatBecomesActiveLeavesItsCollectionsAndOneThatBecomesPassiveHasThemAgain() {
    told();
    assertThat(site.converge()).isEmpty();
    site.manifest().replace("antivirus: passive", "antivirus: active");
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump())
        .contains(
            "clientSettingAssignments:\n- collection: MDE pilot - 2016\n  setting: MDE client\n",
            "- collection: MDE pilot - 2019\n  name: MDE pilot - 2019\n  policy: MDE onboarding\n")
        .doesNotContain("2016 passive", "2019 passive", "antivirus passive\n  collection");
    site.manifest().replace("antivirus: active", "antivirus: passive");
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump())
        .contains(
            "clientSettingAssignments:\n- collection: MDE pilot - 2016 passive\n  setting: MDE client\n",
            "- collection: MDE pilot - 2019 passive\n  name: MDE pilot - 2019\n  policy: MDE onboarding\n");
  }
}
