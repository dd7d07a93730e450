package dev.garrison.mecm.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServerPlatformTest {
  private static Optional<SiteVersion> version(String text) {
    return SiteVersion.parse(text);
  }

  @Test
  void windowsServer2025IsManagedFrom2409On() {
    assertThat(ServerPlatform.WINDOWS_SERVER_2025.isManagedBy(version("5.00.9128.1000"))).isFalse();
    assertThat(ServerPlatform.WINDOWS_SERVER_2025.isManagedBy(version("5.00.9132.1000"))).isTrue();
    assertThat(ServerPlatform.WINDOWS_SERVER_2025.managedFrom()).isEqualTo("2409");
  }

  @Test
  void whereTheVersionIsNotKnownOnlyWhatEverySiteManagesIs() {
    assertThat(ServerPlatform.WINDOWS_SERVER_2025.isManagedBy(Optional.empty())).isFalse();
    assertThat(ServerPlatform.WINDOWS_SERVER_2022.isManagedBy(Optional.empty())).isTrue();
  }

  @Test
  void aPlatformIsFoundByItsBuild() {
    assertThat(ServerPlatform.ofBuild(14393)).isEqualTo(ServerPlatform.WINDOWS_SERVER_2016);
    assertThatThrownBy(() -> ServerPlatform.ofBuild(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no platform has the build 1");
  }

  @Test
  void noRuleOf2025IsPublic() {
    assertThat(ServerPlatform.WINDOWS_SERVER_2025.rule()).isEmpty();
    assertThat(ServerPlatform.WINDOWS_SERVER_2012_R2.rule())
        .hasValue("Windows/All_x64_Windows_Server_2012_R2");
  }
}
