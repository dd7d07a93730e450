package dev.garrison.connection.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "' 120 ', 120",
    "'Tue, 24 Nov 2026 21:00:30 GMT', 30",
    "'Tue, 24 Nov 2026 20:59:00 GMT', 0"
  })
  void secondsAndDatesAreRead(String value, long seconds) {
    assertThat(RetryAfter.read(value, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "99999999999999999999", "2026-11-24T21:00:30Z"})
  void otherWordsMeanNothing(String value) {
    assertThat(RetryAfter.read(value, NOW)).isEmpty();
  }

  @Test
  void theLongestNumberIsStillANumber() {
    assertThat(RetryAfter.read("999999999", NOW)).contains(Duration.ofSeconds(999_999_999));
  }
}
