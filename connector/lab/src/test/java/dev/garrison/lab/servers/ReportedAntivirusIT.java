package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.lab.RawSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site with Endpoint Protection and the added inventory class knows of the antivirus. */
@Tag("first")
final class ReportedAntivirusIT {
  private static final String SITE =
      """
      code: PS1
      id: 9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214
      providerVersion: 5.2403.1000.1000
      endpointProtection: true
      modeInventory: true
      sites:
        - {code: PS1, name: Lab, type: 2, build: 9128, version: 5.00.9128.1000, parent: ""}
      devices:
        - {name: ACT01, os: "2022", client: "5.00.9128.1007", onboardedTo: t}
        - {name: PAS01, os: "2022", client: "5.00.9128.1007", onboardedTo: t, passive: true}
        - {name: BLK01, os: "2022", client: "5.00.9128.1007", onboardedTo: t, passive: true, edrBlock: true}
        - {name: RTP01, os: "2022", client: "5.00.9128.1007", onboardedTo: t, realTimeOff: true}
        - {name: NON01, os: "2012R2", client: "5.00.9128.1007", antivirus: [{product: Falcon, service: CSFalconService, stopped: true}]}
        - {name: NEW01, os: "2022", client: "5.00.9128.1007", noInventory: true}
      collections: []
      groups: []
      """;
  @TempDir Path folder;
  private RawSite site;

  @BeforeEach
  void start() throws Exception {
    site = RawSite.startFile(Files.writeString(folder.resolve("site.yaml"), SITE));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private JsonNode rows(String type) throws Exception {
    return site.get("wmi/" + type).value();
  }

  @Test
  void theAddedClassTellsTheModeOfInventoriedServersWithDefender() throws Exception {
    assertThat(rows("SMS_G_System_MSFT_MPCOMPUTERSTATUS").findValuesAsText("AMRunningMode"))
        .containsExactly("Normal", "Passive Mode", "EDR Block Mode", "Normal");
    assertThat(
            rows("SMS_G_System_MSFT_MPCOMPUTERSTATUS")
                .findValuesAsText("RealTimeProtectionEnabled"))
        .containsExactly("true", "false", "false", "false");
  }

  @Test
  void endpointProtectionTellsRealTimeProtectionAndNoMode() throws Exception {
    JsonNode health = rows("SMS_G_System_AntimalwareHealthStatus");
    assertThat(health.findValuesAsText("RtpEnabled"))
        .containsExactly("true", "false", "false", "false");
    assertThat(health.findValues("AMRunningMode")).isEmpty();
    assertThat(rows("SMS_CombinedDeviceResources").findValuesAsText("EPDeploymentState"))
        .containsExactly("3", "3", "3", "3", "null", "null");
  }

  @Test
  void aSensorThatRunsHasConnectedAgainByEachInventory() throws Exception {
    String sensor = "SMS_G_System_AdvancedThreatProtectionHealthStatus";
    Instant first = Instant.parse(rows(sensor).get(0).path("LastConnected").asText());
    site.lab().clock().advance(Duration.ofDays(30));
    Instant later = Instant.parse(rows(sensor).get(0).path("LastConnected").asText());
    assertThat(later).isAfter(first.plus(Duration.ofDays(20)));
    assertThat(later).isBeforeOrEqualTo(site.lab().clock().instant());
  }

  @Test
  void aProductThatDoesNotRunIsStopped() throws Exception {
    assertThat(
            site.list("SMS_G_System_SERVICE", "Name eq 'CSFalconService'")
                .findValuesAsText("State"))
        .containsExactly("Stopped");
    assertThat(site.lab().servers().protectedBy("NON01")).isEmpty();
    assertThat(site.lab().servers().protectedBy("RTP01")).isEmpty();
  }
}
