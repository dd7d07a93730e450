package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tells sites apart: versions, and the servers that they know. */
@Tag("first")
final class SiteIT {
  @ParameterizedTest
  @CsvSource({
    "2107, 5.00.9058.1000, 5.00.9058.1018, true, false",
    "2107-rollup, 5.00.9058.1000, 5.00.9058.1043, false, false",
    "2207, 5.00.9088.1000, 5.00.9088.1007, false, true",
    "2509, 5.00.9141.1000, 5.00.9141.1011, false, true"
  })
  void sitesDifferInVersionClientsAndEndpointProtection(
      String name, String version, String client, boolean scep, boolean agentSetting)
      throws Exception {
    try (RawSite site = RawSite.start(name)) {
      assertThat(site.get("wmi/SMS_Site").value().get(0).path("Version").asText())
          .isEqualTo(version);
      assertThat(site.list("SMS_R_System", "Name eq 'WEB01'").get(0).path("ClientVersion").asText())
          .isEqualTo(client);
      JsonNode agent =
          site.get("wmi/SMS_ClientSettings(16777217)")
              .value()
              .get(0)
              .path("AgentConfigurations")
              .get(0);
      assertThat(agent.path("InstallSCEPClient").asBoolean()).isEqualTo(scep);
      assertThat(site.get("wmi/$metadata").text().contains("Name=\"DefenderAgent\""))
          .isEqualTo(agentSetting);
    }
  }

  @ParameterizedTest
  @CsvSource({"2107, 0", "2107-rollup, 1"})
  void theRollupIsInstalledOrNot(String name, int rows) throws Exception {
    try (RawSite site = RawSite.start(name)) {
      String filter = "contains(Name,'KB11121541') and State eq 196612";
      assertThat(site.list("SMS_CM_UpdatePackagesHistory", filter)).hasSize(rows);
      assertThat(site.list("SMS_CM_UpdatePackages", filter)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"SMS_Site", "SMS_ClientSettings(16777217)", "SMS_R_System(16777219)"})
  void whatNobodyWasSeenToWriteIsRefused(String path) throws Exception {
    try (RawSite site = RawSite.start("2207")) {
      RawSite.Reply reply =
          path.contains("(") ? site.put("wmi/" + path, "{}") : site.post("wmi/" + path, "{}");
      assertThat(reply.status()).isEqualTo(500);
    }
  }

  private static JsonNode device(RawSite site, String name) throws Exception {
    return site.list("SMS_CombinedDeviceResources", "Name eq '" + name + "'").get(0);
  }

  @Test
  void aDeviceIsActiveObsoleteOrWithoutClientAsItsFileSays() throws Exception {
    try (RawSite site = RawSite.start("mixed")) {
      assertThat(device(site, "DC01").path("IsActive").asBoolean()).isTrue();
      assertThat(device(site, "OFF01").path("IsActive").asBoolean()).isFalse();
      assertThat(device(site, "OFF01").path("IsClient").asBoolean()).isTrue();
      assertThat(device(site, "OLD01").path("IsObsolete").asBoolean()).isTrue();
      assertThat(device(site, "PRN01").path("IsClient").asBoolean()).isFalse();
    }
  }

  @Test
  void hardwareInventoryComesDailyFromDevicesThatPoll() throws Exception {
    try (RawSite site = RawSite.start("mixed")) {
      String first = device(site, "DC02").path("LastHardwareScan").asText();
      site.pass(Duration.ofDays(3));
      assertThat(first).isEqualTo("2026-11-24T20:00:00Z");
      assertThat(device(site, "DC02").path("LastHardwareScan").asText())
          .isEqualTo("2026-11-26T20:37:00Z");
      assertThat(device(site, "OFF01").path("LastHardwareScan").asText())
          .isEqualTo("2026-10-15T20:00:00Z");
      assertThat(device(site, "NEW01").path("LastHardwareScan").asText())
          .isEqualTo("1970-01-01T00:00:00Z");
    }
  }

  @Test
  void aDeviceWithoutInventoryHasNoOperatingSystemAndNoSensor() throws Exception {
    try (RawSite site = RawSite.start("mixed")) {
      long id = device(site, "NEW01").path("ResourceID").asLong();
      assertThat(site.list("SMS_G_System_OPERATING_SYSTEM", "ResourceID eq " + id)).isEmpty();
      assertThat(
              site.list(
                  "SMS_G_System_AdvancedThreatProtectionHealthStatus", "OnboardingState eq 1"))
          .extracting(row -> row.path("OrgId").asText())
          .containsExactlyInAnyOrder(
              "77aa0000-0000-4000-8000-000000000003", "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2");
    }
  }

  @Test
  void aSiteMayLackAClassOfInventory() throws Exception {
    String name = "SMS_G_System_AdvancedThreatProtectionHealthStatus";
    try (RawSite site = RawSite.start("2107")) {
      assertThat(site.get("wmi/" + name).status()).isEqualTo(404);
      assertThat(site.get("wmi/$metadata").text()).doesNotContain(name);
    }
    try (RawSite site = RawSite.start("2207")) {
      assertThat(site.get("wmi/$metadata").text()).contains(name);
    }
  }

  @Test
  void theLargeSiteHasErrorsRequirementsAndSensors() throws Exception {
    try (RawSite site = RawSite.start("large")) {
      assertThat(site.get("wmi/SMS_AppDeploymentErrorAssetDetails/$count").text())
          .isEqualTo("30000");
      assertThat(site.get("wmi/SMS_AppDeploymentRequirementsNotMetAssetDetails/$count").text())
          .isEqualTo("30000");
      assertThat(
              site.list("SMS_AppDeploymentErrorAssetDetails", "MachineName eq 'LAB000039'")
                  .get(0)
                  .path("ErrorCode")
                  .asLong())
          .isEqualTo(0x87D00324L);
      assertThat(site.list("SMS_ApplicationAssignment", "AssignmentID eq 16778000"))
          .extracting(row -> row.path("AssignmentName").asText())
          .containsExactly("MDE all - 2019");
      assertThat(
              site.list("SMS_Collection", "Name eq 'Every device'")
                  .get(0)
                  .path("MemberCount")
                  .asInt())
          .isEqualTo(300_000);
    }
  }
}
