package dev.garrison.catalog.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SensorVersionTest {
  private static SensorVersion version(String text) {
    return SensorVersion.parse(text).orElseThrow();
  }

  @Test
  void releasesSortByNumberAndNotByText() {
    assertThat(
            Stream.of(
                    "10.8800", "10.8210.22621.1016", "10.8760.27617.1006", "10.10.1.1", "10.9.1.1")
                .map(SensorVersionTest::version)
                .sorted()
                .map(SensorVersion::toString))
        .containsExactly(
            "10.9.1.1", "10.10.1.1", "10.8210.22621.1016", "10.8760.27617.1006", "10.8800");
  }

  @Test
  void missingPartsCountAsZero() {
    assertThat(version("10.8760"))
        .isEqualTo(version("10.8760.0.0"))
        .hasSameHashCodeAs(version("10.8760.0.0"));
  }

  @Test
  void differentBuildsDiffer() {
    assertThat(version("10.8760.27617.1006")).isNotEqualTo(version("10.8760.27617.1007"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10.",
        ".10",
        "10.8760.1.2.3",
        "10.87x0",
        "10.-1",
        " 10.1",
        "10.9999999999"
      })
  void anythingElseIsNoVersion(String text) {
    assertThat(SensorVersion.parse(text)).isEmpty();
  }

  @Test
  void aVersionOfOneNumberIsRefused() {
    assertThatThrownBy(() -> new SensorVersion(List.of(10)))
        .hasMessage("a sensor version has two to four numbers, not [10]");
  }
}
