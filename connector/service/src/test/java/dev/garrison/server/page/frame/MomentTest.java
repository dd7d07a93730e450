package dev.garrison.server.page.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class MomentTest {
  private final Moment moment =
      new Moment(Instant.parse("2026-11-26T23:30:00Z"), ZoneId.of("Europe/Berlin"));

  @Test
  void aTimeOfTodayNeedsNoDay() {
    assertThat(moment.time(Instant.parse("2026-11-26T00:05:00Z"))).isEqualTo("00:05");
  }

  @Test
  void aTimeOfYesterdayHasItsDay() {
    assertThat(moment.time(Instant.parse("2026-11-25T23:59:00Z"))).isEqualTo("25 Nov 23:59");
  }

  @Test
  void aTimeOfAnotherYearHasTheYear() {
    assertThat(moment.time(Instant.parse("2025-12-31T12:00:00Z"))).isEqualTo("31 Dec 2025");
  }

  @Test
  void timesAreInUtcWhateverTheZoneOfTheJobs() {
    assertThat(moment.whole(Instant.parse("2026-07-26T21:05:09Z")))
        .isEqualTo("26 Jul 2026 21:05:09 UTC");
  }

  @Test
  void distancesGoBothWays() {
    assertThat(moment.distance(Instant.parse("2026-11-26T23:29:18Z"))).isEqualTo("42 seconds ago");
    assertThat(moment.distance(Instant.parse("2026-11-26T21:00:00Z"))).isEqualTo("2 hours ago");
    assertThat(moment.distance(Instant.parse("2026-11-29T23:30:00Z"))).isEqualTo("in 3 days");
  }

  @Test
  void aLookOfTheDayBeforeIsOld() {
    assertThat(moment.isOld(Instant.parse("2026-11-25T21:30:00Z"))).isFalse();
    assertThat(moment.isOld(Instant.parse("2026-11-25T21:29:59Z"))).isTrue();
  }

  @Test
  void inJapaneseDatesAreNumbersTheYearFirst() {
    Language.JAPANESE.during(() -> {
      assertThat(moment.time(Instant.parse("2026-11-26T00:05:00Z"))).isEqualTo("00:05");
      assertThat(moment.time(Instant.parse("2026-11-25T23:59:00Z"))).isEqualTo("2026-11-25 23:59");
      assertThat(moment.time(Instant.parse("2025-12-31T12:00:00Z"))).isEqualTo("2025-12-31 12:00");
      assertThat(moment.whole(Instant.parse("2026-07-06T21:05:09Z")))
          .isEqualTo("2026-07-06 21:05:09 UTC");
      assertThat(moment.distance(Instant.parse("2026-11-26T21:00:00Z"))).isEqualTo("2 時間前");
      assertThat(moment.distance(Instant.parse("2026-11-29T23:30:00Z"))).isEqualTo("3 日後");
      return null;
    });
  }
}
