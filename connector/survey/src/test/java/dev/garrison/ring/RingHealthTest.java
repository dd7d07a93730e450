package dev.garrison.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The servers of a ring, each counted once. */
final class RingHealthTest {
  private static final RingHealth EACH = new RingHealth(1, 2, 4, 8, 16);

  @Test
  void eachStandingHasItsCount() {
    assertThat(
            RingHealth.of(
                Map.of(
                    DeploymentProgress.ONBOARDED, 1,
                    DeploymentProgress.FAILED, 2,
                    DeploymentProgress.UNDER_WAY, 4,
                    DeploymentProgress.NOT_READY, 8,
                    DeploymentProgress.SILENT, 16)))
        .isEqualTo(EACH);
    assertThat(RingHealth.of(Map.of())).isEqualTo(RingHealth.NONE);
  }

  @Test
  void togetherWithOthersEachCountGrows() {
    assertThat(EACH.and(new RingHealth(100, 200, 300, 400, 500)))
        .isEqualTo(new RingHealth(101, 202, 304, 408, 516));
  }

  @Test
  void allThatAreNotSilentReport() {
    assertThat(EACH.targeted()).isEqualTo(31);
    assertThat(EACH.reporting()).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0,0,0", "0,-1,0,0,0", "0,0,-1,0,0", "0,0,0,-1,0", "0,0,0,0,-1"})
  void aCountIsNeverNegative(int onboarded, int failed, int underWay, int notReady, int silent) {
    assertThatThrownBy(() -> new RingHealth(onboarded, failed, underWay, notReady, silent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a count of servers is never negative");
  }

  @ParameterizedTest
  @CsvSource({
    // of 20 servers: how many, percent, whether they reach it, whether they exceed it
    "19, 95, true, false",
    "18, 95, false, false",
    "20, 95, true, true",
    "0, 0, true, false",
    "1, 0, true, true"
  })
  void aShareIsReachedExactlyAndExceededOnlyBeyond(
      int servers, int percent, boolean reaches, boolean exceeds) {
    RingHealth twenty = new RingHealth(20, 0, 0, 0, 0);
    assertThat(twenty.reaches(servers, percent)).isEqualTo(reaches);
    assertThat(twenty.exceeds(servers, percent)).isEqualTo(exceeds);
  }

  @Test
  void ofNoServerNothingIsEnough() {
    assertThat(RingHealth.NONE.reaches(0, 0)).isFalse();
    assertThat(RingHealth.NONE.exceeds(0, 0)).isFalse();
    assertThat(RingHealth.NONE.share(0)).isEqualTo("0 of 0 servers (0%)");
  }

  @Test
  void manyServersDoNotOverflow() {
    RingHealth many = new RingHealth(30_000_000, 0, 0, 0, 0);
    assertThat(many.reaches(30_000_000, 100)).isTrue();
    assertThat(many.exceeds(30_000_000, 99)).isTrue();
    assertThat(many.share(29_999_999)).isEqualTo("29999999 of 30000000 servers (99%)");
  }
}
