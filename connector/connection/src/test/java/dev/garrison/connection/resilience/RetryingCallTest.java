package dev.garrison.connection.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

final class RetryingCallTest {
  private static final Verdict AGAIN = new Verdict.TryAgain(Duration.ZERO);

  private final List<Duration> pauses = new ArrayList<>();
  private final List<Integer> attempts = new ArrayList<>();
  private final RetryingCall repetition =
      new RetryingCall(
          "test",
          new BackOff(3, Duration.ofSeconds(1), 4, Duration.ofMinutes(1)),
          new Tempo(Clock.systemUTC(), pauses::add, () -> 0.5));

  private IntFunction<String> failing(int times) {
    return attempt -> {
      attempts.add(attempt);
      if (attempt <= times) {
        throw new IllegalStateException("failure " + attempt);
      }
      return "done";
    };
  }

  @Test
  void successNeedsOneAttempt() {
    assertThat(repetition.run(failing(0), _ -> AGAIN)).isEqualTo("done");
    assertThat(attempts).containsExactly(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatMayPassIsTriedThreeTimes() {
    assertThat(repetition.run(failing(2), _ -> AGAIN)).isEqualTo("done");
    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
  }

  @Test
  void theLastFailureIsThrown() {
    assertThatThrownBy(() -> repetition.run(failing(9), _ -> AGAIN)).hasMessage("failure 3");
    assertThat(attempts).containsExactly(1, 2, 3);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void whatStaysIsNotTriedAgain() {
    assertThatThrownBy(() -> repetition.run(failing(9), _ -> new Verdict.GiveUp()))
        .hasMessage("failure 1");
    assertThat(pauses).isEmpty();
  }

  @Test
  void aServerThatAsksForALongerWaitGetsIt() {
    repetition.run(failing(1), _ -> new Verdict.TryAgain(Duration.ofSeconds(30)));
    assertThat(pauses).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void aServerThatAsksForAShorterWaitGetsOurs() {
    repetition.run(failing(1), _ -> new Verdict.TryAgain(Duration.ofMillis(1)));
    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void aServerThatAsksForTooLongAWaitIsNotAskedAgain() {
    assertThatThrownBy(
            () -> repetition.run(failing(9), _ -> new Verdict.TryAgain(Duration.ofSeconds(61))))
        .hasMessage("failure 1");
    assertThat(pauses).isEmpty();
  }

  @Test
  void oneRepetitionDoesNotCountForAnother() {
    repetition.run(failing(2), _ -> AGAIN);
    assertThat(repetition.run(failing(2), _ -> AGAIN)).isEqualTo("done");
  }

  @Test
  void anInterruptionEndsTheWaitingAndStays() {
    RetryingCall interrupted =
        new RetryingCall(
            "test",
            new BackOff(3, Duration.ofSeconds(1), 4, Duration.ofMinutes(1)),
            new Tempo(
                Clock.systemUTC(),
                _ -> {
                  throw new InterruptedException();
                },
                () -> 0.5));
    assertThatThrownBy(() -> interrupted.run(failing(9), _ -> AGAIN))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted between two attempts");
    assertThat(Thread.interrupted()).isTrue();
  }
}
