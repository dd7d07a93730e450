package dev.garrison.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ByteCountTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 KB",
    "9940, 9.9 KB",
    "9960, 10 KB",
    "112000, 112 KB",
    "999600, 1.0 MB",
    "238000000, 238 MB",
    "1600000000, 1.6 GB"
  })
  void aSizeIsNeverZeroOfAnUnitThatIsTooLarge(long bytes, String text) {
    assertThat(ByteCount.of(bytes)).isEqualTo(text);
  }
}
