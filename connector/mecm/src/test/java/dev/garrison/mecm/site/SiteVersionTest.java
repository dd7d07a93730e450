package dev.garrison.mecm.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteVersionTest {
  private static SiteVersion version(String text) {
    return SiteVersion.parse(text).orElseThrow();
  }

  @Test
  void bothSpellingsAreOneVersion() {
    assertThat(version("5.0.9058.1043"))
        .isEqualTo(version("5.00.9058.1043"))
        .hasToString("5.00.9058.1043");
  }

  @Test
  void versionsCompareAsNumbers() {
    assertThat(
            List.of(version("5.00.9141.1000"), version("5.00.9058.999"), version("5.00.9058.1000"))
                .stream()
                .sorted())
        .containsExactly(
            version("5.00.9058.999"), version("5.00.9058.1000"), version("5.00.9141.1000"));
  }

  @ParameterizedTest
  @CsvSource({"5.00.9058.1000, 2107", "5.00.9088.1007, 2207", "5.00.9141.1000, 2509"})
  void aReleaseIsNamedByItsBuild(String text, String release) {
    assertThat(version(text).release()).contains(release);
  }

  @Test
  void anUnknownBuildHasNoName() {
    assertThat(version("5.00.9150.1000").release()).isEmpty();
    assertThat(version("5.00.9150.1000").isNewerThanKnown()).isTrue();
    assertThat(version("5.00.9060.1000").isNewerThanKnown()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5.00", "2107", "5.00.x.1", "5.00.9058.1000.1", "-5.0.1.1"})
  void otherTextsAreNoVersions(String text) {
    assertThat(SiteVersion.parse(text)).isEmpty();
  }
}
