package dev.garrison.connection.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackOffTest {
  private static final BackOff BACK_OFF =
      new BackOff(4, Duration.ofSeconds(1), 4, Duration.ofMinutes(1));

  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 1000",
    "2, 0.5, 4000",
    "3, 0.5, 16000",
    "1, 0.0, 500",
    "1, 0.999, 1499",
    "2, 0.25, 3000"
  })
  void waitsGrowAndSpreadByHalf(int attempt, double chance, long milliseconds) {
    assertThat(BACK_OFF.wait(attempt, chance)).isEqualTo(Duration.ofMillis(milliseconds));
  }

  @Test
  void aBackOffThatNeverTriesIsRefused() {
    assertThatThrownBy(() -> new BackOff(0, Duration.ofSeconds(1), 4, Duration.ofMinutes(1)))
        .hasMessage("a back-off tries once or more and waits ever longer");
  }
}
