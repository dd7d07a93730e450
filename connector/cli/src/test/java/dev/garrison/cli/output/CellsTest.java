package dev.garrison.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellsTest {
  @ParameterizedTest
  @CsvSource({
    "server, 6",
    "サーバー, 8",
    "'サーバー 3 台', 13",
    "ｻｰﾊﾞｰ, 5",
    "ＭＤＥ, 6",
    "A\u0308B, 2",
    "か\u3099, 2",
    "a\u200bb, 2",
    "𠮷, 2",
    "→, 1"
  })
  void aWideCharacterTakesTwoCellsAndAMarkNone(String text, int cells) {
    assertThat(Cells.of(text)).isEqualTo(cells);
  }

  @Test
  void aLineThatFitsIsWhole() {
    assertThat(Cells.cut("サーバー", 8)).isEqualTo("サーバー");
  }

  @ParameterizedTest
  @CsvSource({
    "サーバーの状態, 9, サーバ...",
    "サーバーの状態, 10, サーバ...",
    "abcdefgh, 7, abcd...",
    "𠮷𠮷𠮷, 5, 𠮷..."
  })
  void aLongerLineIsCutByCellsAndNeverWithinACharacter(String line, int width, String cut) {
    assertThat(Cells.cut(line, width)).isEqualTo(cut);
    assertThat(Cells.of(Cells.cut(line, width))).isLessThanOrEqualTo(width);
  }

  @Test
  void theWidestTextIsFound() {
    assertThat(Cells.widest(Stream.of("ring", "リング", "x"))).isEqualTo(6);
    assertThat(Cells.widest(Stream.empty())).isZero();
  }
}
