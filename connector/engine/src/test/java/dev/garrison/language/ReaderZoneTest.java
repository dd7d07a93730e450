package dev.garrison.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in sentences, as people in different places read them. */
final class ReaderZoneTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          soaking until 2026-11-28T13:00:00Z | soaking until 2026-11-28 22:00 JST
          CHG1 (by anna, 2026-11-28T13:00:59.123Z) | CHG1 (by anna, 2026-11-28 22:00:59 JST)
          from 2026-11-28T13:00:00Z to 2026-11-28T15:30:59Z | from 2026-11-28 22:00 JST to 2026-11-29 00:30:59 JST
          use --not-after 2026-11-28T13:00:00Z | use --not-after 2026-11-28T13:00:00Z
          use --not-after=2026-11-28T13:00:00Z | use --not-after=2026-11-28T13:00:00Z
          for example 2026-11-28T21:00Z | for example 2026-11-28T21:00Z
          no time: 2026-11-28 22:00 | no time: 2026-11-28 22:00
          """)
  void timesAreInTheZoneOfWhoeverReads(String recorded, String shown) {
    assertThat(ReaderZone.during(TOKYO, () -> ReaderZone.shown(recorded))).isEqualTo(shown);
  }

  @Test
  void withoutAZoneTimesAreInUtc() {
    assertThat(ReaderZone.shown("soaking until 2026-11-28T13:00:00Z"))
        .isEqualTo("soaking until 2026-11-28 13:00 UTC");
  }

  @Test
  void aTimeThatDoesNotExistIsLeftAsItIs() {
    assertThat(ReaderZone.shown("since 2026-13-45T99:00:00Z"))
        .isEqualTo("since 2026-13-45T99:00:00Z");
  }

  @Test
  void recordedSentencesHaveTheTimesOfTheirReader() {
    String recorded = "since 2026-11-28T13:00:00Z";
    assertThat(ReaderZone.during(TOKYO, () -> RecordedText.shown(recorded)))
        .isEqualTo("since 2026-11-28 22:00 JST");
  }
}
