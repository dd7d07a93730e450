package dev.garrison.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.site.ServerPlatform;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The two tables that name releases of Windows Server. */
final class OperatingSystemsTest {
  @Test
  void eachSystemOfAManifestIsOnePlatformOfASite() {
    assertThat(
            Arrays.stream(OperatingSystem.values())
                .map(system -> ServerPlatform.ofBuild(system.build())))
        .containsExactly(ServerPlatform.values());
  }

  @Test
  void bothSpellTheProductAlike() {
    assertThat(
            Arrays.stream(OperatingSystem.values())
                .map(system -> "Windows Server " + system.title()))
        .containsExactlyElementsOf(
            Arrays.stream(ServerPlatform.values()).map(ServerPlatform::product).toList());
  }
}
