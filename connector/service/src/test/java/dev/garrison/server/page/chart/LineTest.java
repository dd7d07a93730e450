package dev.garrison.server.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LineTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

  @Test
  void aLineGoesFromLeftToRightAndUpWithItsShare() {
    Line line =
        Line.of(
            new TreeMap<>(Map.of(FIRST, 0.0, FIRST.plusDays(1), 50.0, FIRST.plusDays(2), 100.0)),
            FIRST,
            FIRST.plusDays(2));

    assertThat(line.points()).isEqualTo("0,22 50,12 100,2");
  }

  @Test
  void oneDayMakesNoLine() {
    assertThat(Line.of(new TreeMap<>(Map.of(FIRST, 50.0)), FIRST, FIRST).points()).isEmpty();
  }
}
