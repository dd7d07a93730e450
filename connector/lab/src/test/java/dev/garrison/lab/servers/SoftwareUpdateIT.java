package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.lab.RawSite;
import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import dev.garrison.lab.adminservice.softwareupdate.SoftwareUpdates;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Software updates of a site, and what people make of them in the console. */
@Tag("first")
final class SoftwareUpdateIT {
  private final RawSite site = RawSite.start("sup");

  @AfterEach
  void stop() {
    site.close();
  }

  private void runARule() {
    site.lab()
        .inSoftwareLibrary(updates -> {
          updates.makeRule("Sensor", "Pilot servers", 3, true, "Beta Channel");
          updates.runRules();
        });
  }

  private JsonNode first(String set, String filter) throws Exception {
    return site.list(set, filter).get(0);
  }

  @Test
  void hundredsOfUpdatesShareTheArticleWhichHasNoPrefix() throws Exception {
    assertThat(site.get("wmi/SMS_SoftwareUpdate/$count").text()).isEqualTo("327");
    assertThat(site.list("SMS_SoftwareUpdate", "ArticleID eq 'KB5005292'")).isEmpty();
    assertThat(
            first("SMS_SoftwareUpdate", "ArticleID eq '5005292'")
                .path("LocalizedDisplayName")
                .asText())
        .isEqualTo(
            "Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8560.25364.1036)");
  }

  @Test
  void whatIsInAGroupIsToldOnlyByItsKey() throws Exception {
    runARule();
    JsonNode listed = first("SMS_AuthorizationList", "AssociatedAutoRuleID ge 1");
    assertThat(listed.path("Updates").isNull()).isTrue();
    assertThat(
            site.get("wmi/SMS_AuthorizationList(" + listed.path("CI_ID").asLong() + ")")
                .value()
                .get(0)
                .path("Updates"))
        .hasSize(5);
  }

  @Test
  void aRuleMakesAGroupAndADeploymentOfItOnce() throws Exception {
    runARule();
    JsonNode rule = first("SMS_AutoDeployment", "Name eq 'Sensor'");
    JsonNode group =
        first("SMS_AuthorizationList", "AssociatedAutoRuleID eq " + rule.path("AutoDeploymentID"));
    JsonNode deployment =
        first(
            "SMS_UpdateGroupAssignment",
            "TargetCollectionID eq '" + rule.path("CollectionID").asText() + "'");
    assertThat(deployment.path("AssignedUpdateGroup")).isEqualTo(group.path("CI_ID"));
    assertThat(deployment.path("AssignedCIs")).hasSize(5);
    assertThat(deployment.path("EnforcementDeadline").asText()).isEqualTo("2026-11-27T20:00:00Z");
    assertThat(rule.path("UpdateRuleXML").isNull()).isTrue();
    site.lab().inSoftwareLibrary(SoftwareUpdates::runRules);
    assertThat(site.get("wmi/SMS_UpdateGroupAssignment/$count").text()).isEqualTo("1");
  }

  @Test
  void aFailedSynchronisationKeepsTheTimeOfTheLastThatEndedWell() throws Exception {
    site.lab().inSoftwareLibrary(updates -> updates.failSynchronisation(0x80072EE2L));
    JsonNode status = first("SMS_SUPSyncStatus", "SiteCode eq 'PS1'");
    assertThat(status.path("LastSyncState").asInt()).isEqualTo(6703);
    assertThat(status.path("LastSyncErrorCode").asLong()).isEqualTo(0x80072EE2L);
    assertThat(status.path("LastSuccessfulSyncTime").asText()).isEqualTo("2026-11-24T17:00:00Z");
  }

  @Test
  void everyDeviceHasAStatusForEachUpdate() throws Exception {
    long id =
        first("SMS_SoftwareUpdate", "contains(LocalizedDisplayName,'10.8798')")
            .path("CI_ID")
            .asLong();
    assertThat(site.list("SMS_UpdateComplianceStatus", "CI_ID eq " + id).findValuesAsText("Status"))
        .containsExactly("3", "2", "2", "1", "0", "1", "1", "1");
  }

  @Test
  void aProductThatNobodySubscribedBringsNoUpdates() throws Exception {
    site.lab().inSoftwareLibrary(updates -> updates.subscribe(false));
    assertThat(
            first(
                    "SMS_UpdateCategoryInstance",
                    "LocalizedCategoryInstanceName eq 'Microsoft Defender for Endpoint'")
                .path("IsSubscribed")
                .asBoolean())
        .isFalse();
    assertThat(site.get("wmi/SMS_SoftwareUpdate/$count").text()).isEqualTo("0");
  }

  @Test
  void withoutTheRightToReadTheyAreNotListed() throws Exception {
    runARule();
    site.lab().rights().only(Secured.SOFTWARE_UPDATE, Set.of(Right.MODIFY));
    site.lab().rights().only(Secured.UPDATE_GROUP, Set.of(Right.MODIFY));
    for (String set :
        Set.of(
            "SMS_SoftwareUpdate",
            "SMS_UpdateCategoryInstance",
            "SMS_AutoDeployment",
            "SMS_UpdateComplianceStatus",
            "SMS_UpdatesAssignment",
            "SMS_AuthorizationList",
            "SMS_UpdateGroupAssignment")) {
      assertThat(site.get("wmi/" + set).value()).as(set).isEmpty();
    }
  }

  @Test
  void nothingOfItCanBeWritten() throws Exception {
    runARule();
    int rule = first("SMS_AutoDeployment", "Name eq 'Sensor'").path("AutoDeploymentID").asInt();
    assertThat(site.delete("wmi/SMS_AutoDeployment(" + rule + ")").status()).isEqualTo(500);
    assertThat(
            site.post("wmi/SMS_AutoDeployment", "{\"Name\":\"Mine\",\"LocaleID\":1033}").status())
        .isGreaterThanOrEqualTo(400);
  }

  @Test
  void aNewRevisionLeavesTheOldOneThere() throws Exception {
    site.lab().inSoftwareLibrary(updates -> updates.revise("10.8798.25857.1000"));
    assertThat(
            site.list("SMS_SoftwareUpdate", "contains(LocalizedDisplayName,'10.8798')")
                .findValuesAsText("IsLatest"))
        .containsExactly("false", "true");
  }

  @Test
  void whatAPersonDeploysIsDueInTheTimeOfClients() throws Exception {
    runARule();
    site.lab()
        .inSoftwareLibrary(
            updates -> updates.deploy("By hand", "Pilot servers", "10.8798.25857.1000"));
    assertThat(
            first("SMS_UpdatesAssignment", "AssignmentName eq 'By hand'")
                .path("UseGMTTimes")
                .asBoolean())
        .isFalse();
    assertThat(
            first("SMS_UpdateGroupAssignment", "AssignmentType eq 5")
                .path("UseGMTTimes")
                .asBoolean())
        .isTrue();
  }
}
