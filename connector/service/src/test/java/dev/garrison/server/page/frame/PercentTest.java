package dev.garrison.server.page.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PercentTest {
  @Test
  void whatIsNotAllIsNeverToldAsAll() {
    assertThat(Percent.of(299_999, 300_000)).isEqualTo("99%");
    assertThat(Percent.of(300_000, 300_000)).isEqualTo("100%");
  }

  @Test
  void whatIsSomethingIsNeverToldAsNothing() {
    assertThat(Percent.of(1, 300_000)).isEqualTo("under 1%");
    assertThat(Percent.of(0, 300_000)).isEqualTo("0%");
    assertThat(Percent.of(0, 0)).isEqualTo("0%");
  }
}
