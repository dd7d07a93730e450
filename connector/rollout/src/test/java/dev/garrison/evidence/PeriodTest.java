package dev.garrison.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-29, 2026-07-01, 2026-09-30",
    "2026-10-01, 2026-07-01, 2026-09-30",
    "2026-09-30, 2026-04-01, 2026-06-30",
    "2027-02-28, 2026-10-01, 2026-12-31",
    "2024-05-31, 2024-01-01, 2024-03-31"
  })
  void theLastQuarterIsTheOneThatHasEnded(LocalDate today, LocalDate from, LocalDate to) {
    assertThat(Period.lastQuarter(today, ZoneOffset.UTC))
        .isEqualTo(new Period(from, to, ZoneOffset.UTC));
  }
}
