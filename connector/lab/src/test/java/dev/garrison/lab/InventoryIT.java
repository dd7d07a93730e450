package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hardware inventory says of Windows on a device. */
@Tag("first")
final class InventoryIT {
  private static final String SITE =
      """
      code: PS1
      id: 9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214
      providerVersion: 5.2403.1000.1000
      uninventoried: [SMS_G_System_LOGICAL_DISK]
      sites:
        - {code: PS1, name: Lab, type: 2, build: 9128, version: 5.00.9128.1000, parent: ""}
      devices:
        - {name: OLD01, os: "2012R2", client: "5.00.9128.1007", lacks: [KB3080149], restart: 4}
        - {name: BAR01, os: "2016", client: "5.00.9128.1007", lacks: [WinDefend], revision: 2363}
        - {name: AV01, os: "2022", client: "5.00.9128.1007", has: [CSFalconService], disabled: [WinDefend]}
        - {name: NEW01, os: "2022", client: "5.00.9128.1007", noInventory: true}
        - {name: OUT01, os: "2022"}
      collections: []
      groups: []
      """;

  private static String names(JsonNode rows, String property) {
    return rows.findValuesAsText(property).toString();
  }

  @Test
  void rowsSayWhatTheSiteFileGaveADevice(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("site.yaml"), SITE);
    try (RawSite site =
        RawSite.of(Lab.start(file, new LabOptions(RawSite.START, Map.of(), Optional.empty())))) {
      assertThat(
              names(
                  site.list("SMS_G_System_QUICK_FIX_ENGINEERING", "ResourceID eq 16777219"),
                  "HotFixID"))
          .isEqualTo("[KB2919355, KB2999226, KB3045999]");
      assertThat(names(site.list("SMS_G_System_SERVICE", "ResourceID eq 16777220"), "Name"))
          .isEqualTo("[CcmExec, Winmgmt]");
      JsonNode services = site.list("SMS_G_System_SERVICE", "ResourceID eq 16777221");
      assertThat(names(services, "Name"))
          .isEqualTo("[CcmExec, Winmgmt, WinDefend, Sense, CSFalconService]");
      assertThat(names(services, "StartMode")).isEqualTo("[Auto, Auto, Disabled, Manual, Auto]");
      assertThat(site.list("SMS_G_System_SERVICE", "ResourceID ge 16777222")).isEmpty();
      assertThat(names(site.list("SMS_R_System", "ResourceID ge 16777220"), "BuildExt"))
          .isEqualTo("[10.0.14393.2363, 10.0.20348.2322, 10.0.20348.2322, null]");
      assertThat(names(site.list("SMS_CombinedDeviceResources", "ClientState gt 0"), "Name"))
          .isEqualTo("[OLD01]");
      assertThat(site.get("wmi/SMS_G_System_LOGICAL_DISK").status()).isEqualTo(404);
    }
  }

  @Test
  void aDiskHasItsFreeMegabytes() throws Exception {
    try (RawSite site = RawSite.start("2207")) {
      JsonNode disk = site.list("SMS_G_System_LOGICAL_DISK", "DeviceID eq 'C:'").get(0);
      assertThat(disk.path("FreeSpace").asInt()).isEqualTo(40_960);
      assertThat(disk.path("Size").asInt()).isEqualTo(81_920);
    }
  }
}
