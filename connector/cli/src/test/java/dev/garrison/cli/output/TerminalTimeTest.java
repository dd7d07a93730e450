package dev.garrison.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalTimeTest {
  private static final Instant TIME = Instant.parse("2026-11-28T13:00:05Z");

  @ParameterizedTest
  @CsvSource({
    "Asia/Tokyo, 2026-11-28 22:00 JST",
    "Europe/Berlin, 2026-11-28 14:00 CET",
    "America/New_York, 2026-11-28 08:00 EST",
    "Z, 2026-11-28 13:00 UTC",
    "UTC, 2026-11-28 13:00 UTC"
  })
  void aTimeIsInTheMachinesZoneAndNamesIt(String zone, String shown) {
    assertThat(new TerminalTime(ZoneId.of(zone)).minute(TIME)).isEqualTo(shown);
  }

  @Test
  void aZoneHasTheSameNameInJapanese() {
    assertThat(Language.JAPANESE.during(() -> tokyo().second(TIME)))
        .isEqualTo("2026-11-28 22:00:05 JST");
  }

  @Test
  void aDayIsThatOfTheMachinesZone() {
    assertThat(tokyo().day(Instant.parse("2026-11-28T15:00:00Z"))).isEqualTo("2026-11-29");
  }

  @Test
  void aTableThatNamesTheZoneRepeatsItInNoRow() {
    assertThat(tokyo().plain(TIME)).isEqualTo("2026-11-28 22:00");
    assertThat(tokyo().tick(TIME)).isEqualTo("22:00:05");
  }

  private static TerminalTime tokyo() {
    return new TerminalTime(ZoneId.of("Asia/Tokyo"));
  }
}
