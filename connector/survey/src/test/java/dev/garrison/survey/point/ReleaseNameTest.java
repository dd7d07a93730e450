package dev.garrison.survey.point;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.language.Language;
import org.junit.jupiter.api.Test;

/** Names of families with their channels. */
final class ReleaseNameTest {
  @Test
  void aMissingChannelIsNamedInBothLanguages() {
    assertThat(ReleaseWords.named(ReleaseLine.UNIFIED_AGENT))
        .hasToString("unified agent, no channel");
    assertThat(ReleaseWords.named(ReleaseLine.UNIFIED_AGENT).in(Language.JAPANESE))
        .isEqualTo("unified agent、チャネルなし");
  }
}
