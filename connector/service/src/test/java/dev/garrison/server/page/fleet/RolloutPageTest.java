package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.ring.AntivirusCounts;
import dev.garrison.ring.AntivirusCounts.CountedServers;
import dev.garrison.server.page.fleet.RolloutPage.Condition;
import dev.garrison.server.reading.ApiAnswers.Gate;
import dev.garrison.server.reading.ApiAnswers.Ring;
import dev.garrison.server.reading.ApiAnswers.Standing;
import dev.garrison.server.reading.ApiAnswers.Targets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The criteria of a gate on the page are counted as the gate counts. */
final class RolloutPageTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final CountedServers NONE = new CountedServers(0, List.of());

  private static Ring ring(CountedServers unhealthy, CountedServers unknown) {
    return new Ring(
        "pilot",
        1,
        List.of("Pilot"),
        25,
        20,
        List.of(),
        new Gate(95, 10, 90, 24, 504),
        Optional.of(
            new Standing(
                "open",
                "because",
                NOW,
                Optional.of(NOW),
                Optional.of(new Targets(20, 20, 0, 0, 0, 0)))),
        Optional.of(new AntivirusCounts(NONE, 20, unhealthy, NONE, unknown, 0)));
  }

  @Test
  void unhealthyServersAreLeftOutOfTheOnboardedOnes() {
    CountedServers two = new CountedServers(2, List.of("SQL01", "SQL02"));

    assertThat(RolloutPage.conditions(ring(two, NONE)).getFirst())
        .isEqualTo(
            new Condition(
                "95 % onboarded, not counting 2 whose antivirus is not as the ring needs it",
                "90 %, 18 of 20", Optional.of(false)));
  }

  @Test
  void whatIsNotKnownIsNeitherMetNorNotMet() {
    CountedServers three = new CountedServers(3, List.of("A", "B", "C"));

    assertThat(RolloutPage.conditions(ring(NONE, three)).getLast())
        .isEqualTo(
            new Condition(
                "no onboarded server without antivirus",
                "0 of 20, not known of 3",
                Optional.empty()));
  }
}
