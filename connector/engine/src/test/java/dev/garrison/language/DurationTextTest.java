package dev.garrison.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 seconds",
    "PT0.9S, 0 seconds",
    "PT1S, 1 second",
    "PT1M59S, 119 seconds",
    "PT2M, 2 minutes",
    "PT1H59M59S, 119 minutes",
    "PT2H, 2 hours",
    "PT47H59M, 47 hours",
    "PT48H, 2 days",
    "P400D, 400 days"
  })
  void aDurationIsCountedInTheLargestUnitOfWhichThereAreTwo(Duration duration, String text) {
    assertThat(DurationText.of(duration)).isEqualTo(text);
  }
}
