package dev.garrison.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exit code of {@code garrison status}, which agrees with {@code garrison rollout status}. */
final class StatusServersTest {
  private static FleetStanding standing(RingState state) {
    FleetStanding known = new KnownFleet().standing();
    return new FleetStanding(
        known.manifest(),
        known.site(),
        known.asOf(),
        List.of(
            new RingReport(
                "pilot",
                state,
                "because",
                Optional.empty(),
                3,
                25,
                RingHealth.NONE,
                RingGate.DEFAULT,
                Optional.empty())),
        known.fleet(),
        known.judge(),
        known.notes(),
        known.live());
  }

  @ParameterizedTest
  @CsvSource({"WAITING, 3", "OPEN, 3", "SOAKING, 3", "BLOCKED, 2", "STALLED, 2", "HALTED, 2"})
  void aRingThatNeedsAPersonIsAttentionNeeded(RingState state, int exit) {
    StatusServers answer =
        new StatusServers(
            KnownFleet.antivirus(standing(state)),
            Optional.empty(),
            new TerminalTime(ZoneOffset.UTC));
    assertThat(answer.exitCode(new Tally(List.of("pilot")))).isEqualTo(exit);
    assertThat(answer.exitCode(new Tally(List.of("broad")))).as("another ring").isEqualTo(3);
  }
}
