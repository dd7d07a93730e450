package dev.garrison.files.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowsNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.",
        "a ",
        "...",
        "con",
        "PRN",
        "Aux.tar.gz",
        "nul",
        "nul .txt",
        "NUL:x",
        "COM1",
        "com0.log",
        "COM²",
        "lpt9",
        "LPT³.x",
        "CONIN$",
        "conout$"
      })
  void aNameThatWindowsShortensOrTakesForADeviceIsUncertain(String name) {
    assertThat(WindowsName.isCertain(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a.b", ".a", " a", "con1", "a.con", "COM", "COM10", "nulls", "mde$", "日本"})
  void anyOtherNameIsCertain(String name) {
    assertThat(WindowsName.isCertain(name)).isTrue();
  }
}
