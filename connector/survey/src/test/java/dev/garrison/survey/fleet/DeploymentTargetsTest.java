package dev.garrison.survey.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether clients have had the time to hear of a deployment. */
final class DeploymentTargetsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  @ParameterizedTest
  @CsvSource({"-1, true", "0, true", "59, true", "60, false", "1440, false"})
  void aDeploymentIsRecentForOnePolicyInterval(long minutes, boolean recent) {
    assertThat(DeploymentTargets.isRecent(Optional.of(NOW.minus(Duration.ofMinutes(minutes))), NOW))
        .isEqualTo(recent);
  }

  @Test
  void aDeploymentOfUnknownAgeIsNotRecent() {
    assertThat(DeploymentTargets.isRecent(Optional.empty(), NOW)).isFalse();
  }
}
