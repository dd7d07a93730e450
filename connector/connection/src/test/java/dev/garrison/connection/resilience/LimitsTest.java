package dev.garrison.connection.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds of patience, and what of a server's use a person may want to know. */
final class LimitsTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1, true",
    "0, 1, 1, 1, false",
    "1, 0, 1, 1, false",
    "1, 1, 0.99, 1, false",
    "1, 1000, 1, 999, false",
    "1, 1000, 1, 1000, true"
  })
  void aBackOffTriesOnceOrMoreAndWaitsEverLonger(
      int attempts, long first, double factor, long longest, boolean right) {
    if (right) {
      assertThatCode(() ->
              new BackOff(attempts, Duration.ofMillis(first), factor, Duration.ofMillis(longest)))
          .doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() ->
              new BackOff(attempts, Duration.ofMillis(first), factor, Duration.ofMillis(longest)))
          .hasMessage("a back-off tries once or more and waits ever longer");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 1, true",
    "0, 0, 1, 1, false",
    "1, -1, 1, 1, false",
    "1, 0, 0, 1, false",
    "1, 0, 1, 0, false"
  })
  void aServersLimitsArePositive(
      int mostAtOnce, long longestWait, int failures, long rest, boolean right) {
    if (right) {
      assertThatCode(() ->
              new ServerLimits(
                  mostAtOnce, Duration.ofMillis(longestWait), failures, Duration.ofMillis(rest)))
          .doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() ->
              new ServerLimits(
                  mostAtOnce, Duration.ofMillis(longestWait), failures, Duration.ofMillis(rest)))
          .hasMessage("limits are positive");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, false",
    "1, 0, 0, 0, true",
    "0, 1, 0, 0, true",
    "0, 0, 1, 0, false",
    "0, 0, 0, 1, true"
  })
  void whatWasRepeatedSentElsewhereOrSetAsideIsWorthTelling(
      long repeated, long instead, long waits, long setAside, boolean remarkable) {
    assertThat(new ServerCounts("cm01", 9, repeated, instead, waits, setAside).isRemarkable())
        .isEqualTo(remarkable);
  }

  @ParameterizedTest
  @CsvSource({"0, 1000", "1000, 1000", "1001, 1001", "60000, 60000", "60001, -1"})
  void aServerIsGivenTheTimeItAsksForUpToTheLongestWait(long asked, long paused) {
    List<Long> pauses = new ArrayList<>();
    RetryingCall repetition =
        new RetryingCall(
            "cm01",
            new BackOff(2, Duration.ofSeconds(1), 4, Duration.ofMinutes(1)),
            new Tempo(
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                wait -> pauses.add(wait.toMillis()),
                () -> 0.5));
    assertThatThrownBy(() ->
            repetition.run(
                _ -> {
                  throw new IllegalStateException("busy");
                },
                _ -> new Verdict.TryAgain(Duration.ofMillis(asked))))
        .hasMessage("busy");
    assertThat(pauses).isEqualTo(paused < 0 ? List.of() : List.of(paused));
  }
}
