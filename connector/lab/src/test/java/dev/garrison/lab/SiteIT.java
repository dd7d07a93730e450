package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tells versions apart. */
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
}
