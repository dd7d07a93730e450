package dev.garrison.server.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ColumnsTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

  private static Map<String, Integer> counts(int onboarded, int silent) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("onboarded", onboarded);
    counts.put("no status", silent);
    return counts;
  }

  private static Columns of(Map<LocalDate, Map<String, Integer>> days, int count) {
    return Columns.of(new TreeMap<>(days), FIRST, FIRST.plusDays(count - 1L));
  }

  @Test
  void partsOfADayStandOnOneAnother() {
    Columns columns = of(Map.of(FIRST, counts(50, 50)), 2);

    assertThat(columns.parts())
        .containsExactly(
            new Columns.Part(FIRST, "g-onboarded", "73.4", "93", "171.2", "83"),
            new Columns.Part(FIRST, "g-no-status", "73.4", "10", "171.2", "83"));
  }

  @Test
  void aDayOfWhichNothingIsKnownIsEmpty() {
    Columns columns = of(Map.of(FIRST, counts(1, 0), FIRST.plusDays(2), counts(1, 0)), 3);

    assertThat(columns.parts()).hasSize(2);
  }

  @Test
  void daysOutsideOfTheDrawingAreLeftOut() {
    Columns columns =
        of(Map.of(FIRST.minusDays(1), counts(1, 1), FIRST.plusDays(2), counts(1, 1)), 2);

    assertThat(columns.parts()).isEmpty();
  }

  @Test
  void theScaleEndsAtARoundNumber() {
    assertThat(of(Map.of(FIRST, counts(220_000, 40_000)), 1).heights())
        .extracting(Columns.Mark::text)
        .containsExactly("0", "150,000", "300,000");
  }

  @Test
  void nothingAtAllIsDrawnToo() {
    Columns columns = of(Map.of(), 30);

    assertThat(columns.heights()).extracting(Columns.Mark::text).containsExactly("0", "1");
    assertThat(columns.days())
        .extracting(Columns.Mark::text)
        .containsExactly("1 Nov", "7 Nov", "13 Nov", "19 Nov", "25 Nov");
  }

  @Test
  void roundNumbersAreNeverSmaller() {
    assertThat(Columns.roundUp(0)).isEqualTo(1);
    assertThat(Columns.roundUp(7)).isEqualTo(8);
    assertThat(Columns.roundUp(10)).isEqualTo(10);
    assertThat(Columns.roundUp(301)).isEqualTo(400);
    assertThat(Columns.roundUp(999_999)).isEqualTo(1_000_000);
  }
}
