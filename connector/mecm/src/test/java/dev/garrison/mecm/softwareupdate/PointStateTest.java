package dev.garrison.mecm.softwareupdate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PointStateTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private static PointState point(String server, long state, Optional<Duration> ago) {
    return new PointState(server, state, 0x80072EE2L, ago.map(NOW::minus));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          6702 | PT1H | -
          6701 | PT1H | -
          0 | PT743H59M59S | -
          0 | PT744H | the software update point sup01 hasn't synchronized for 31 days
          0 | PT2400H | the software update point sup01 hasn't synchronized for 100 days
          0 | - | no synchronization of the software update point sup01 has succeeded yet
          6703 | PT1H | the last synchronization of the software update point sup01 failed (0x80072EE2)
          6703 | - | the last synchronization of the software update point sup01 failed (0x80072EE2)
          """)
  void itIsWellOnlyWhereOneEndedWellWithinAMonthAndTheLastDidNotFail(
      long state, Duration ago, String trouble) {
    PointState point = point("sup01", state, Optional.ofNullable(ago));
    assertThat(point.trouble(NOW)).isEqualTo(Optional.ofNullable(trouble));
    assertThat(point.hasFailed()).isEqualTo(state == 6703);
    assertThat(point.errorText()).isEqualTo("0x80072EE2");
  }

  private static Optional<String> trouble(PointState... points) {
    return new SiteUpdates(
            SiteUpdates.Product.SUBSCRIBED,
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            Map.of(),
            List.of(points))
        .trouble(NOW);
  }

  @Test
  void aSiteIsWellWhereAllItsPointsAre() {
    Optional<Duration> hour = Optional.of(Duration.ofHours(1));
    assertThat(trouble(point("a", 6702, hour), point("b", 6702, hour))).isEmpty();
    assertThat(trouble(point("a", 6702, hour), point("b", 6703, hour)))
        .contains("the last synchronization of the software update point b failed (0x80072EE2)");
  }

  @Test
  void aSiteWithoutAnyPointIsNotWell() {
    assertThat(trouble())
        .contains("the site doesn't show how its software update point synchronizes");
  }

  @Test
  void countsAreByStatusAndWhatNobodyDocumentedIsUnknown() {
    UpdateCounts counts = UpdateCounts.NONE;
    for (long status : new long[] {1, 2, 2, 3, 3, 3, 0, 4, -1, 99}) {
      counts = counts.and(status);
    }
    assertThat(counts).isEqualTo(new UpdateCounts(2, 3, 1, 4));
    assertThat(counts.words()).hasToString("3 installed, 2 missing, 1 not required, 4 unknown");
    assertThat(new UpdateCounts(1, 0, 0, 0).words()).hasToString("1 missing");
    assertThat(UpdateCounts.NONE.words()).hasToString("no device has reported");
  }
}
