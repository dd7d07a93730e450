package dev.garrison.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
  private Instant now = Instant.parse("2026-11-24T21:00:00Z");
  private final RateLimit limit = new RateLimit(2, Duration.ofMinutes(1), () -> now);

  @Test
  void beyondTheMostOneWaitsForTheEndOfTheSpan() {
    assertThat(limit.take("a")).isEmpty();
    now = now.plusSeconds(20);
    assertThat(limit.take("a")).isEmpty();
    assertThat(limit.take("a")).contains(Duration.ofSeconds(40));
    now = now.plusSeconds(40);
    assertThat(limit.take("a")).isEmpty();
  }

  @Test
  void nobodyIsHeldUpByOthers() {
    limit.take("a");
    limit.take("a");
    assertThat(limit.take("b")).isEmpty();
  }

  @Test
  void manyNamesDoNotFillTheMemoryAndTheQuietAreForgotten() {
    limit.take("a");
    limit.take("a");
    for (int other = 0; other < 10_000; other++) {
      limit.take("other " + other);
    }
    assertThat(limit.take("a")).isEmpty();
    assertThat(limit.take("other 9999")).isEmpty();
    assertThat(limit.take("other 9999")).isPresent();
  }
}
