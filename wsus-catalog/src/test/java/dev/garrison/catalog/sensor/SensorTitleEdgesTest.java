package dev.garrison.catalog.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SensorTitleEdgesTest {
  private static final String TITLE =
      "Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009)";

  private static String ofLength(int length) {
    return "a".repeat(length - TITLE.length() - 3) + " - " + TITLE;
  }

  @Test
  void aTitleOf256CharactersIsReadAndALongerOneIsNot() {
    assertThat(SensorTitle.parse(ofLength(256))).isInstanceOf(SensorTitle.Parsed.class);
    assertThat(SensorTitle.parse(ofLength(257)))
        .isEqualTo(new SensorTitle.Unparseable("it is longer than 256 characters"));
  }

  @Test
  void theLastPrintableCharacterIsNoStrangerButNoNameEither() {
    assertThat(SensorTitle.parse("Windows~11 - " + TITLE))
        .isEqualTo(new SensorTitle.Unparseable("its family 'Windows~11' is not a name"));
  }
}
