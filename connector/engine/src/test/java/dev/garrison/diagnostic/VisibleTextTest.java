package dev.garrison.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VisibleTextTest {
  static List<Integer> hidden() {
    return IntStream.of(
            0x0, 0x7, 0x8, 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0xad, 0x61c, 0x200b, 0x200d, 0x200e,
            0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066, 0x2067,
            0x2068, 0x2069, 0xfeff, 0xd800, 0xdc00)
        .boxed()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void whatChangesHowTextIsReadIsShownByItsNumber(int character) {
    String text = "a" + (char) character + "b";
    String shown = "a\\u%04xb".formatted(character);

    assertThat(VisibleText.line(text)).isEqualTo(shown);
    assertThat(VisibleText.lines(text)).isEqualTo(shown);
    assertThat(VisibleText.json(text)).isEqualTo(shown);
  }

  @Test
  void aCharacterOfTwoUnitsIsShownAsJsonHasIt() {
    assertThat(VisibleText.line("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
  }

  @Test
  void whatIsReadStays() {
    String text = "Größe 東京 مرحبا שלום 🙂 a\u00a0b\\n";

    assertThat(VisibleText.line(text)).isEqualTo(text);
    assertThat(VisibleText.lines(text)).isEqualTo(text);
    assertThat(VisibleText.json(text)).isEqualTo(text);
  }

  @Test
  void onlyTextOfLinesKeepsTheirEnds() {
    assertThat(VisibleText.line("a\tb\r\nc")).isEqualTo("a b\\u000d\\u000ac");
    assertThat(VisibleText.lines("a\tb\r\nc\rd")).isEqualTo("a\tb\r\nc\\u000dd");
    assertThat(VisibleText.json("{\n}")).isEqualTo("{\n}");
  }
}
