package dev.garrison.manifest.operatingsystem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OperatingSystemTest {
  @ParameterizedTest
  @CsvSource({
    "Microsoft Windows Server 2012 R2 Standard, 2012R2, 60",
    "Microsoft Windows Server 2016 Datacenter, 2016, 60",
    "Microsoft Windows Server 2019 Standard, 2019, 15",
    "Microsoft Windows Server 2025 Standard, 2025, 15"
  })
  void theCaptionOfInventoryTellsTheRelease(String caption, String word, int minutes) {
    OperatingSystem system = OperatingSystem.ofCaption(caption).orElseThrow();
    assertThat(system.word()).isEqualTo(word);
    assertThat(system.maximumMinutes()).isEqualTo(minutes);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft Windows Server 2012 Standard",
    "Microsoft Windows Server 2008 R2 Enterprise",
    "Microsoft Hyper-V Server 2016",
    "Microsoft Windows 10 Enterprise",
    "''"
  })
  void anythingElseIsNone(String caption) {
    assertThat(OperatingSystem.ofCaption(caption)).isEmpty();
  }
}
