package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A soak of one day, shorter than the week between heartbeats, with servers that are off. */
final class SilentServersIT {
  private static final Duration PAST_THE_DEADLINE = Duration.ofDays(5);
  private static final Duration PAST_THE_SOAK = Duration.ofHours(25);

  private static RingReport pilot(TwoRings rings) {
    return rings.reports().getFirst();
  }

  @Test
  void aRingWhoseServersWereOffForTheSoakPassesOnceTheyAreHeardOf(@TempDir Path folder) {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      rings.settle();
      rings.site().pass(PAST_THE_DEADLINE);
      rings.site().lab().servers().turnOff("WEB02");
      rings.site().pass(Duration.ofMinutes(1));
      rings.settle();
      assertThat(pilot(rings).state()).isEqualTo(RingState.SOAKING);

      rings.site().pass(PAST_THE_SOAK);
      rings.settle();
      assertThat(pilot(rings).state()).isEqualTo(RingState.OPEN);
      assertThat(pilot(rings).reason())
          .matches(
              "nothing was heard from 1 server since 2026-11-29T[0-9:]+Z, when the soak began: WEB02;"
                  + " without it, 2 of 3 servers \\(66%\\) reported, 90% required");
      assertThat(rings.reports().getLast().state()).isEqualTo(RingState.WAITING);

      rings.site().lab().servers().turnOn("WEB02");
      rings.site().pass(Duration.ofHours(2));
      assertThat(pilot(rings).state()).isEqualTo(RingState.PASSED);
    }
  }
}
