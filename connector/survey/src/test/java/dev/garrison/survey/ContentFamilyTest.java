package dev.garrison.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.share.SharePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentFamilyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\\files.corp.example\\mde$\\mde-2016\\0123456789ab\\",
        "\\\\FILES\\mde$\\MDE-2016\\0123456789AB",
        "\\\\corp.example\\dfs\\a\\b\\mde-2016\\0123456789ab\\",
        "//files.corp.example/mde$/mde-2016/0123456789ab/"
      })
  void theServerInALocationDoesNotMatter(String location) {
    assertThat(ContentFamily.version(location)).contains(SharePath.of("mde-2016/0123456789ab"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\\\\files.corp.example\\apps\\0123456789ab\\",
        "\\\\files.corp.example\\mde$\\mde-2016\\",
        "\\\\files.corp.example\\mde$\\mde-2016\\0123456789ab\\sub\\",
        "\\\\files.corp.example\\mde$\\mde-2016\\0123456789abc\\"
      })
  void otherLocationsAreNoVersionOfOurs(String location) {
    assertThat(ContentFamily.version(location)).isEmpty();
  }

  @Test
  void eachFolderIsLookedAtOnce() {
    assertThat(ContentFamily.folders())
        .containsExactlyInAnyOrder(
            "mde-2012r2",
            "mde-2016",
            "mde-onboarding",
            "mde-antivirus",
            "mde-settings",
            "mde-offboarding");
  }
}
