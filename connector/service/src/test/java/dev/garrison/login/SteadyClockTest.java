package dev.garrison.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Spans of time while the computer's clock is corrected. */
final class SteadyClockTest {
  private static final Instant START = Instant.parse("2026-11-24T21:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private Instant now = START;
  private final SteadyClock clock = new SteadyClock(() -> now);

  @Test
  void itGoesOnFromTheLastTimeWhenTheOtherClockGoesBack() {
    assertThat(clock.instant()).isEqualTo(START);
    now = START.minus(DAY);
    assertThat(clock.instant()).isEqualTo(START);
    now = now.plusSeconds(20);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(20));
    now = now.minus(DAY);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(20));
    now = now.plus(DAY);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(20).plus(DAY));
  }

  @Test
  void aLimitEndsInTimeThoughTheOtherClockGoesBack() {
    RateLimit limit = new RateLimit(1, Duration.ofMinutes(1), clock);
    assertThat(limit.take("a")).isEmpty();
    now = START.minus(DAY);
    assertThat(limit.take("a")).contains(Duration.ofMinutes(1));
    now = now.plusSeconds(60);
    assertThat(limit.take("a")).isEmpty();
  }

  @Test
  void aSessionEndsInTimeThoughTheOtherClockGoesBack() {
    Sessions sessions = new Sessions(new SecureRandom(), clock);
    String id =
        sessions.begin(
            new AccessToken(
                "a",
                Role.VIEWER,
                Sha256.of("a"),
                START,
                "x",
                START.plus(DAY),
                Optional.empty(),
                Optional.empty()));
    now = START.minus(DAY);
    assertThat(sessions.with(id, true)).isPresent();
    now = now.plus(Sessions.IDLE);
    assertThat(sessions.with(id, true)).isEmpty();
  }
}
