package dev.garrison.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.lab.adminservice.endpointprotection.AgentSetting;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.servers.RawSite;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialManifest;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("first")
final class ClientSettingRouteIT {
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final String SETTING = "MDE client";
  private static final String POLICY = "MDE onboarding";
  private static final String METHOD =
      "rollout: {method: client-setting, clientSetting: MDE client, onboardingPolicy: MDE onboarding, defenderAgent: 1}\n";

  @TempDir Path folder;
  private TrialSite site;

  @BeforeEach
  void start() {
    site = new TrialSite("2509", folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  /** Leaves out what only applications need. */
  private void byClientSetting() {
    site.manifest()
        .replace("  installer: packages/md4ws.msi\n  installScript: packages/install.ps1\n", "");
    site.manifest().replace("distribution:\n  groups: [Europe DPs]\n", METHOD);
  }

  private void personMakesBoth() {
    site.lab().inConsole(console -> console.make(AgentSetting.mdeClient(SETTING, 1)));
    site.lab().inConsole(console -> console.makePolicy(POLICY, TENANT));
  }

  private RingReport pilot() {
    try (OpenSession open = site.open()) {
      return open.session().rings().getFirst();
    }
  }

  @Test
  void settingAndPolicyAreMadeByAPersonAndEverythingElseWaitsForThem() {
    byClientSetting();
    Plan plan = site.plan();
    assertThat(plan.changes())
        .filteredOn(change -> change.action() == Action.MANUAL)
        .extracting(PlannedChange::address)
        .extracting(Object::toString)
        .containsExactly("agent-setting/MDE client", "onboarding-policy/MDE onboarding");
    assertThat(plan.changes())
        .flatExtracting(change -> change.step().stream().map(ManualStep::powershell).toList())
        .containsExactly(
            "New-GarrisonClientSetting -Name 'MDE client'",
            "New-GarrisonOnboardingPolicy -Name 'MDE onboarding' -Path WindowsDefenderATP.onboarding -OrganizationId '%s' -SampleSharing None"
                .formatted(TENANT));
    assertThat(plan.changes())
        .filteredOn(change -> change.address().kind().equals("policy-deployment"))
        .extracting(PlannedChange::action)
        .containsOnly(Action.WAIT);
    assertThat(site.apply()).isEmpty();
    assertThat(site.lab().dump()).doesNotContain("policyDeployments");
  }

  @Test
  void serversGetAgentAndOnboardingAndTheGateOpensByInventory() {
    byClientSetting();
    personMakesBoth();
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump())
        .contains(
            "clientSettingAssignments:\n- collection: MDE pilot - 2012 R2\n  setting: MDE client\n",
            "- collection: MDE pilot - 2019\n  name: MDE pilot - 2019\n  policy: MDE onboarding\n")
        .doesNotContain("name: Defender for Endpoint");
    site.pass(Duration.ofMinutes(5));
    assertThat(pilot().health()).isEqualTo(new RingHealth(0, 0, 0, 0, 3));
    site.pass(Duration.ofDays(2));
    assertThat(pilot().health()).isEqualTo(new RingHealth(3, 0, 0, 0, 0));
    assertThat(pilot().state().word()).isEqualTo("soaking");
    assertThat(site.converge()).isEmpty();
  }

  @Test
  void serversOnThisRouteLeaveAsOnTheOther() throws IOException {
    byClientSetting();
    personMakesBoth();
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(2));
    assertThat(site.lab().servers().onboardedTo("WEB02")).contains(TENANT);
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      raw.collection("Old servers", "All Servers", "WEB02");
    }
    String blob =
        Blobs.signed(
            SigningAuthority.named("Garrison Sample"),
            Blobs.offboarding(Blobs.TENANT, site.lab().clock().instant().plus(Duration.ofDays(7))),
            Signing.WITH_PSS);
    Files.write(folder.resolve("packages/o.cmd"), Scripts.OFFBOARDING.bytes(blob));
    site.manifest()
        .replace(
            "sampleSharing",
            """
            distribution: {groups: [Europe DPs]}
            offboard: [{name: leavers, collection: Old servers, package: packages/o.cmd, reason: x}]
            sampleSharing\
            """);
    for (int round = 0; round < 9; round++) {
      assertThat(site.apply()).isEmpty();
      site.pass(Duration.ofMinutes(20));
    }
    site.pass(Duration.ofDays(3));
    assertThat(site.lab().servers().onboardedTo("WEB02")).isEmpty();
    assertThat(site.lab().servers().onboardedTo("APP02")).contains(TENANT);
    assertThat(site.lab().servers().meetings()).isEmpty();
    assertThat(site.plan().survey().get("route")).isEqualTo("client-setting");
  }

  @Test
  void aPolicyOfAnotherTenantShowsOnTheServers() {
    byClientSetting();
    site.lab().inConsole(console -> console.make(AgentSetting.mdeClient(SETTING, 1)));
    site.lab()
        .inConsole(console -> console.makePolicy(POLICY, "77aa0000-0000-4000-8000-000000000003"));
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(2));
    assertThat(pilot().health()).isEqualTo(new RingHealth(0, 0, 0, 3, 0));
  }

  @Test
  void whichNumberMeansTheMdeClientIsStatedByAPerson() {
    byClientSetting();
    personMakesBoth();
    site.manifest().replace(", defenderAgent: 1", "");
    assertThat(site.apply())
        .singleElement()
        .hasToString(
            "The client setting \"MDE client\" has DefenderAgent 1. The number for the MDE client isn't public. If the console shows \"MDE Client (recommended)\" for this setting, set \"rollout.defenderAgent: 1\"."
                + " [AGENT_NOT_STATED GAR-0276]");
  }

  @Test
  void aSettingThatBringsTheLegacyAgentIsRefused() {
    byClientSetting();
    personMakesBoth();
    site.lab()
        .inConsole(console -> console.change(AgentSetting.mdeClient(SETTING, 1).withAgent(0)));
    assertThat(site.apply())
        .singleElement()
        .hasToString(
            "The client setting \"MDE client\" has DefenderAgent 0, but the manifest has 1 for the MDE client. Select the MDE client in the console, or correct \"rollout.defenderAgent\"."
                + " [AGENT_SETTING_WRONG GAR-0275]");
  }

  @Test
  void aSettingThatRemovesOtherProductsIsRefusedByName() {
    byClientSetting();
    personMakesBoth();
    site.lab()
        .inConsole(console -> console.change(AgentSetting.mdeClient(SETTING, 1).removingOthers()));
    assertThat(site.apply())
        .singleElement()
        .hasToString(
            "The client setting \"MDE client\" has these deviations: Remove3rdParty true instead of false. Change the values in the console (Administration > Client Settings > MDE client > Endpoint Protection). Otherwise, clients apply them immediately, on all servers."
                + " [AGENT_SETTING_WRONG GAR-0275]");
  }

  @Test
  void aSettingThatAnotherOneOutranksEverywhereIsRefused() {
    byClientSetting();
    site.lab().inConsole(console -> console.make(AgentSetting.mdeClient(SETTING, 9)));
    site.lab().inConsole(console -> console.makePolicy(POLICY, TENANT));
    assertThat(site.apply())
        .singleElement()
        .hasToString(
            "The client setting \"Servers\" has a higher priority, also configures Endpoint Protection, and is assigned to All Systems. On every server, this client setting overrides the others. Give \"MDE client\" a higher priority in the console (Administration > Client Settings)."
                + " [AGENT_SETTING_OUTRANKED GAR-0277]");
  }

  @Test
  void aHaltTakesPolicyAndSettingBackAndResumingGivesThemAgain() {
    byClientSetting();
    personMakesBoth();
    assertThat(site.converge()).isEmpty();
    site.order(new RingOrder(Kind.HALT, "pilot", "CHG9"));
    assertThat(site.lab().dump()).doesNotContain("policyDeployments", "clientSettingAssignments");
    assertThat(pilot().state().word()).isEqualTo("halted");
    assertThat(site.pending()).isEmpty();
    site.order(new RingOrder(Kind.RESUME, "pilot", ""));
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump()).contains("policyDeployments", "clientSettingAssignments");
  }

  @Test
  void aRingMovesToTheRouteOnlyWhenToldAndLeavesTheOtherOneFirst() {
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump()).contains("AssignmentName: MDE pilot - 2012 R2\n");
    personMakesBoth();
    byClientSetting();
    assertThat(site.apply())
        .singleElement()
        .hasToString(
            "Servers are onboarded with the deployment method \"application\" here, but the manifest has \"client-setting\". Set \"rollout.method: application\". To move the servers to the other method instead, keep the value in the manifest and set \"migrateRoute: true\"."
                + " [ROUTE_WOULD_CHANGE GAR-0243]");
    site.manifest()
        .replace("method: client-setting,", "method: client-setting, migrateRoute: true,");
    assertThat(site.pending())
        .containsSubsequence(
            "DELETE deployment/MDE pilot - 2012 R2",
            "CREATE setting-assignment/MDE pilot - 2012 R2",
            "CREATE policy-deployment/MDE pilot - 2012 R2");
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump())
        .contains("policyDeployments:", "- application: Defender for Endpoint settings\n")
        .doesNotContain("AssignmentName: MDE pilot - 2012 R2\n");
  }

  @Test
  void theRouteBackLeavesPolicyAndSettingFirst() {
    String byApplication = site.manifest().text();
    byClientSetting();
    personMakesBoth();
    assertThat(site.converge()).isEmpty();
    site.manifest().text(byApplication + "rollout: {method: application, migrateRoute: true}\n");
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump())
        .contains("- application: Defender for Endpoint 2012 R2\n  collection: ")
        .doesNotContain("policyDeployments", "clientSettingAssignments");
  }

  @Test
  void automaticStaysWithWhatExistsAndThenNeedsItsNames() {
    byClientSetting();
    personMakesBoth();
    assertThat(site.converge()).isEmpty();
    site.manifest().replace(METHOD, "distribution: {groups: [Europe DPs]}\n");
    site.manifest()
        .replace("operatingSystems: [2012R2, 2019, 2022]", "operatingSystems: [2019, 2022]");
    assertThatThrownBy(site::plan)
        .hasMessageStartingWith(
            "The servers of this manifest use the client-setting method, but the client setting and the policy aren't specified (")
        .hasMessageEndingWith(
            "garrison.yaml:1). Add \"rollout.clientSetting\" and \"rollout.onboardingPolicy\". [ROUTE_NAMES_MISSING GAR-0537]");
  }

  @Test
  void whereOnlyTheSiteTellsTheRouteAPassive2012R2IsRefusedToo() {
    byClientSetting();
    personMakesBoth();
    assertThat(site.converge()).isEmpty();
    site.manifest().replace("method: client-setting, ", "");
    site.manifest().replace("antivirus: active", TrialManifest.passive("Pilot servers"));
    site.manifest().text(site.manifest().text() + "distribution: {groups: [Europe DPs]}\n");
    site.manifest()
        .replace(
            "packages:\n",
            "packages:\n  installer: packages/md4ws.msi\n  installScript: packages/install.ps1\n");
    assertThat(site.apply())
        .singleElement()
        .asString()
        .startsWith(
            "Ring \"pilot\" requires passive mode, but its servers use the client-setting method, which can't provide passive mode on Windows Server 2012 R2 (")
        .endsWith(
            " Remove 2012R2 from \"operatingSystems\", or change to \"method: application\" with \"migrateRoute: true\". [PASSIVE_NOT_POSSIBLE GAR-1041]");
  }

  @Test
  void settingPolicyAndAssignmentsCarryNoMarkAndDeploymentsOfThePolicyDo() {
    byClientSetting();
    personMakesBoth();
    assertThat(site.converge()).isEmpty();
    for (String address :
        List.of(
            "agent-setting/MDE client",
            "onboarding-policy/MDE onboarding",
            "setting-assignment/MDE pilot - 2012 R2")) {
      assertThat(adoptionOf(address))
          .startsWith("Objects of this kind carry no ownership tag: " + address + ". ")
          .endsWith("[CARRIES_NO_MARK GAR-0518]");
    }
    assertThat(adoptionOf("policy-deployment/MDE pilot - 2019"))
        .isEqualTo(
            "policy-deployment/MDE pilot - 2019 is already managed by Garrison. Leave the object as it is. There is nothing to adopt. [NOTHING_TO_ADOPT GAR-0514]");
  }

  private String adoptionOf(String address) {
    try (OpenSession open = site.open()) {
      open.session().adoption(Address.parse(address));
      throw new AssertionError(address + " was adopted");
    } catch (RefusalException refusal) {
      return refusal.diagnostics().getFirst().toString();
    }
  }
}
