package dev.garrison.manifest.operatingsystem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OtherWindowsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Microsoft Windows Server Datacenter|17763|SEMI_ANNUAL_CHANNEL|Microsoft Windows Server Datacenter, version 1809",
        "Microsoft Windows Server Standard|19042|SEMI_ANNUAL_CHANNEL|Microsoft Windows Server Standard, version 20H2",
        "Microsoft Windows Server Datacenter|25398|SEMI_ANNUAL_CHANNEL|Microsoft Windows Server Datacenter, build 25398",
        "Microsoft Windows Server Datacenter|''|SEMI_ANNUAL_CHANNEL|Microsoft Windows Server Datacenter",
        "Microsoft Windows Storage Server 2016 Standard|14393|STORAGE_SERVER|Microsoft Windows Storage Server 2016 Standard",
        "Microsoft Windows Server 2019 Datacenter|17763|OTHER|Microsoft Windows Server 2019 Datacenter",
        "Microsoft Windows 10 Enterprise|19045|OTHER|Microsoft Windows 10 Enterprise"
      })
  void theCaptionAndTheBuildTellWhatItIs(
      String caption, String build, OtherWindows kind, String named) {
    assertThat(OtherWindows.named(caption, build)).isEqualTo(named);
    assertThat(OtherWindows.of(named)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft Windows Server Datacenter",
    "Microsoft Windows Storage Server 2012 R2 Standard",
    "Microsoft Windows Storage Server 2016 Workgroup"
  })
  void noneOfThemIsTakenForAReleaseThatIsOnboarded(String caption) {
    assertThat(OperatingSystem.ofCaption(OtherWindows.named(caption, "17763"))).isEmpty();
  }
}
