package dev.garrison.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RolloutCommandTest {
  private static RingReport report(RingState state) {
    return new RingReport(
        "pilot",
        state,
        "",
        Optional.empty(),
        1,
        1,
        RingHealth.NONE,
        RingGate.DEFAULT,
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "PASSED PASSED, 0",
    "PASSED WAITING, 3",
    "WAITING WAITING, 3",
    "PASSED HALTED, 2",
    "STALLED WAITING, 2"
  })
  void aRolloutIsDoneOnlyWhereEachRingHasPassed(String states, int exit) {
    List<RingReport> rings =
        Stream.of(states.split(" ", -1))
            .map(RingState::valueOf)
            .map(RolloutCommandTest::report)
            .toList();
    assertThat(RolloutCommand.exitCode(rings)).isEqualTo(exit);
  }
}
