package dev.garrison.server.page.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BarTest {
  @Test
  void partsLieBesideOneAnotherAndThoseOfNothingTakeNoRoom() {
    List<Bar.Part> parts =
        List.of(
            new Bar.Part("onboarded", 1, "1 onboarded", "/servers?group=onboarded"),
            new Bar.Part("attention", 0, "0 need attention", "/servers?group=attention"),
            new Bar.Part("not ready", 2, "2 not ready", "/servers?group=not-ready"));

    assertThat(Bar.of(parts, 3).slices())
        .extracting(Slice::style, Slice::title, Slice::link, Slice::x, Slice::w)
        .containsExactly(
            tuple("g-onboarded", "1 onboarded", "/servers?group=onboarded", "0", "33.33"),
            tuple("g-not-ready", "2 not ready", "/servers?group=not-ready", "33.33", "66.67"));
  }

  @Test
  void aBarOfNothingIsEmpty() {
    assertThat(Bar.of(List.of(new Bar.Part("onboarded", 0, "0 onboarded", "/servers")), 0).slices())
        .isEmpty();
  }
}
