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

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 seconds",
    "PT1M1S, 61 seconds",
    "PT1M, 1 minute",
    "PT30M, 30 minutes",
    "PT1H, 60 minutes",
    "PT2H, 2 hours",
    "PT2H5M, 125 minutes",
    "PT49H, 49 hours",
    "PT72H, 3 days",
    "PT72H1S, 259201 seconds"
  })
  void anExactDurationIsNeverRounded(Duration duration, String text) {
    assertThat(DurationText.exact(duration)).hasToString(text.replace("259201", "259,201"));
  }

  @ParameterizedTest
  @CsvSource({"PT41.9S, 0m 41s", "PT59M5S, 59m 05s", "PT1H2M59S, 1h 02m", "PT50H, 50h 00m"})
  void aCounterShowsTheLastTwoUnits(Duration duration, String text) {
    assertThat(DurationText.counter(duration)).isEqualTo(text);
  }
}
