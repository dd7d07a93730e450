package dev.garrison.server.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BarTest {
  @Test
  void partsLieBesideOneAnotherAndThoseOfNothingTakeNoRoom() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("onboarded", 1);
    counts.put("attention", 0);
    counts.put("not ready", 2);

    assertThat(Bar.of(counts, 3).slices())
        .extracting(Slice::style, Slice::x, Slice::w)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("g-onboarded", "0", "33.33"),
            org.assertj.core.groups.Tuple.tuple("g-not-ready", "33.33", "66.67"));
  }

  @Test
  void aBarOfNothingIsEmpty() {
    assertThat(Bar.of(Map.of("onboarded", 0), 0).slices()).isEmpty();
  }
}
