package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.lab.RawSite;
import dev.garrison.lab.SampleDigest;
import dev.garrison.lab.adminservice.endpointprotection.AgentSetting;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The client setting and the onboarding policy, and what devices make of them. */
@Tag("first")
final class EndpointProtectionIT {
  private final RawSite site = RawSite.start("2509");
  private String pilot = "";
  private long setting;

  @BeforeEach
  void aPersonMakesBoth() throws Exception {
    site.lab().inConsole(console -> console.make(AgentSetting.mdeClient("MDE client", 1)));
    site.lab().inConsole(console -> console.makePolicy("MDE onboarding", SampleDigest.ORG));
    pilot =
        site.list("SMS_Collection", "Name eq 'Pilot servers'").get(0).path("CollectionID").asText();
    setting =
        site.list("SMS_ClientSettings", "Name eq 'MDE client'").get(0).path("SettingsID").asLong();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private RawSite.Reply assign() throws Exception {
    return site.post(
        "wmi/SMS_ClientSettingsAssignment",
        "{\"ClientSettingsID\":%d,\"CollectionID\":\"%s\"}".formatted(setting, pilot));
  }

  private RawSite.Reply deploy(int type) throws Exception {
    JsonNode policy = site.get("wmi/SMS_ConfigurationPolicy").value().get(0);
    return site.post(
        "wmi/SMS_ConfigurationPolicyAssignment",
        """
        {"AssignmentName":"Onboarding","AssignmentDescription":"","AssignedCIs":[%d],"AssignmentAction":2,\
        "AssignmentType":%d,"DesiredConfigType":1,"DPLocality":80,"Enabled":true,"LimitStateMessageVerbosity":false,\
        "LogComplianceToWinEvent":false,"NotifyUser":false,"SendDetailedNonComplianceStatus":false,\
        "StartTime":"2026-11-24T21:00:30Z","SuppressReboot":3,"TargetCollectionID":"%s","UseGMTTimes":true,\
        "UserUIExperience":false}\
        """
            .formatted(policy.path("CI_ID").asLong(), type, pilot));
  }

  /** How many sensors inventory tells of after two days. */
  private int onboarded() throws Exception {
    site.pass(Duration.ofDays(2));
    return site.get("wmi/SMS_G_System_AdvancedThreatProtectionHealthStatus").value().size();
  }

  @Test
  void aPolicyIsToldByItsCategory() throws Exception {
    JsonNode policy = site.get("wmi/SMS_ConfigurationPolicy").value().get(0);
    assertThat(policy.path("LocalizedDisplayName").asText()).isEqualTo("MDE onboarding");
    assertThat(policy.path("CategoryInstance_UniqueIDs").get(0).asText())
        .isEqualTo("SettingsAndPolicy:SMS_AdvancedThreatProtectionSettings");
    assertThat(policy.toString()).doesNotContain(SampleDigest.ORG);
  }

  @Test
  void anAssignmentIsMadeAndDeletedByItsTwoKeys() throws Exception {
    assertThat(assign().status()).isEqualTo(201);
    JsonNode all = site.get("wmi/SMS_ClientSettingsAssignment").value();
    List<String> collections =
        StreamSupport.stream(all.spliterator(), false)
            .map(row -> row.path("CollectionName").asText())
            .toList();
    assertThat(collections).containsExactly("All Systems", "Pilot servers");
    assertThat(
            site.delete(
                    "wmi/SMS_ClientSettingsAssignment(ClientSettingsID=%d,CollectionID='%s')"
                        .formatted(setting, pilot))
                .status())
        .isEqualTo(204);
    assertThat(site.get("wmi/SMS_ClientSettingsAssignment").value()).hasSize(1);
  }

  @Test
  void aSettingCannotBeMadeByTheService() throws Exception {
    assertThat(site.post("wmi/SMS_ClientSettings", "{\"Name\":\"x\"}").status()).isNotEqualTo(201);
  }

  @Test
  void aPolicysDeploymentIsOfType8AndItsStartLosesTheSeconds() throws Exception {
    assertThat(deploy(2).status()).isEqualTo(500);
    RawSite.Reply made = deploy(8);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("StartTime").asText()).isEqualTo("2026-11-24T21:00:00Z");
    long id = made.json().path("AssignmentID").asLong();
    assertThat(site.put("wmi/SMS_ConfigurationPolicyAssignment(%d)".formatted(id), "{}").status())
        .isNotIn(200, 204);
  }

  @Test
  void byThePolicyAloneOnlySystemsWithASensorAreOnboarded() throws Exception {
    deploy(8);
    assertThat(onboarded()).as("not FS01 and WEB01, of 2012 R2 and 2016").isEqualTo(2);
  }

  @Test
  void withTheSettingTheOthersGetTheAgentToo() throws Exception {
    assign();
    deploy(8);
    assertThat(onboarded()).isEqualTo(4);
  }

  @Test
  void aServerThatNobodyToldToBePassiveBecomesActive() throws Exception {
    assign();
    deploy(8);
    onboarded();
    for (String server : List.of("WEB01", "WEB02", "APP02")) {
      assertThat(site.lab().servers().runningMode(server)).as(server).contains("Normal");
    }
  }

  @Test
  void aSettingOfBetterPriorityWins() throws Exception {
    site.lab().inConsole(console -> console.change(AgentSetting.mdeClient("MDE client", 9)));
    assign();
    deploy(8);
    assertThat(onboarded()).as("'Servers' has the legacy agent").isEqualTo(2);
  }

  @Test
  void whatIsAssignedGoesWithItsCollection() throws Exception {
    String own =
        site.post("wmi/SMS_Collection", "{\"Name\":\"Own\",\"LimitToCollectionID\":\"SMS00001\"}")
            .json()
            .path("CollectionID")
            .asText();
    pilot = own;
    assign();
    deploy(8);
    site.delete("wmi/SMS_Collection('" + own + "')");
    assertThat(site.get("wmi/SMS_ConfigurationPolicyAssignment").value()).isEmpty();
    assertThat(site.get("wmi/SMS_ClientSettingsAssignment").value()).hasSize(1);
  }

  @Test
  void anUpgradeTo2207BringsTheAgentsPropertyAndLeavesTheObjects() throws Exception {
    try (RawSite old = RawSite.start("2203")) {
      assertThat(old.get("wmi/$metadata").text()).doesNotContain("DefenderAgent");
      String before = old.lab().dump();
      old.lab().upgradeTo("2207");
      assertThat(old.get("wmi/$metadata").text()).contains("DefenderAgent");
      assertThat(old.get("wmi/SMS_Site").value().get(0).path("BuildNumber").asInt())
          .isEqualTo(9088);
      assertThat(old.lab().dump()).isEqualTo(before);
    }
  }
}
