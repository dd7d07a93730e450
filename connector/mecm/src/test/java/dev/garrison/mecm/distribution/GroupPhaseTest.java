package dev.garrison.mecm.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.mecm.distribution.ContentDistribution.Phase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GroupPhaseTest {
  @ParameterizedTest
  @CsvSource({
    "100, 0, '', UNDER_WAY",
    "100, 1, '', UNDER_WAY",
    "100, 1, 1, DISTRIBUTED",
    "100, 2, 1, UNDER_WAY",
    "100, 2, 1 1, DISTRIBUTED",
    "100, 2, 1 2, UNDER_WAY",
    "100, 2, 1 3, FAILED",
    "100, 2, 1 4, FAILED",
    "100, 2, 2 3, UNDER_WAY",
    "100, 2, 3, UNDER_WAY",
    "100, 1, 7, UNDER_WAY",
    "90, 10, 1 1 1 1 1 1 1 1 1, DISTRIBUTED",
    "90, 10, 1 1 1 1 1 1 1 1, UNDER_WAY",
    "90, 10, 1 1 1 1 1 1 1 1 1 3, DISTRIBUTED",
    "90, 10, 1 1 1 1 1 1 1 1 3 9, UNDER_WAY",
    "90, 10, 1 1 1 1 1 1 1 1 3 3, FAILED",
    "90, 10, 1 1 1 1 1 1 1 2 3 3, UNDER_WAY"
  })
  void aGroupIsAsFarAsEnoughOfItsPointsAre(
      int threshold, long members, String states, Phase phase) {
    List<Long> each =
        Stream.of(states.split(" ", -1))
            .filter(state -> !state.isEmpty())
            .map(Long::valueOf)
            .toList();
    assertThat(new GroupPhase(threshold).of(members, each)).isEqualTo(phase);
  }
}
