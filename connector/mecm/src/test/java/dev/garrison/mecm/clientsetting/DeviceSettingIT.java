package dev.garrison.mecm.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.adminservice.schema.Spelling;
import dev.garrison.mecm.StandInSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("first")
final class DeviceSettingIT {
  @ParameterizedTest
  @CsvSource({"2207, true", "2509, false"})
  void aSettingSaysWhetherItDemandsSignedScripts(String name, boolean signed) {
    try (StandInSite site = new StandInSite(name)) {
      assertThat(DeviceSetting.all(site.service()))
          .singleElement()
          .satisfies(setting -> {
            assertThat(setting.name()).isEqualTo("Servers");
            assertThat(setting.demandsSignedScripts()).contains(signed);
          });
    }
  }

  @Test
  void onlyTheUnknownNumberOfTheEndpointProtectionPartMayNameTheAgentHoweverItIsSpelled() {
    try (StandInSite site = new StandInSite("2207")) {
      site.lab().spell(Spelling.SWAPPED);
      assertThat(DeviceSetting.all(site.service()))
          .singleElement()
          .satisfies(
              setting -> assertThat(setting.agentNumbers()).containsOnlyKeys("dEFENDERaGENT"));
    }
  }
}
