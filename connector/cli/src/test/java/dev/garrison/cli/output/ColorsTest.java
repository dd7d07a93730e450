package dev.garrison.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.Colors.When;
import dev.garrison.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColorsTest {
  private static final String TEXT = "  + create";

  @ParameterizedTest
  @CsvSource({
    "'  + create    x', '  \u001b[32m+\u001b[0m create    x'",
    "'  ~ change    x', '  \u001b[33m~\u001b[0m change    x'",
    "'  - delete    x', '  \u001b[31m-\u001b[0m delete    x'",
    "'  . waiting   x', '  \u001b[90m.\u001b[0m waiting   x'",
    "'  x blocked   x', '  \u001b[31mx\u001b[0m blocked   x'",
    "'  ! manual    x', '  \u001b[33m!\u001b[0m manual    x'",
    "'Apply complete: 2', '\u001b[32mApply complete:\u001b[0m 2'",
    "'Apply failed: 2', '\u001b[31mApply failed:\u001b[0m 2'",
    "'Apply incomplete: 2', 'Apply incomplete: 2'",
    "'    - a note', '    - a note'",
    "'  +', '  +'",
  })
  void theMarkOfALineIsColored(String line, String colored) {
    Colors colors = new Colors(true, () -> true);
    assertThat(colors.of(line)).isEqualTo(colored);
    colors.use(When.NEVER);
    assertThat(colors.of(line)).isEqualTo(line);
  }

  @Test
  void theVerdictOfAnApplyIsColoredInJapaneseToo() {
    Colors colors = new Colors(true, () -> true);
    assertThat(Language.JAPANESE.during(() -> colors.of("適用完了: 2")))
        .isEqualTo("\u001b[32m適用完了:\u001b[0m 2");
  }

  @Test
  void automaticallyThereAreColorsWhereTheyAreWishedAndUnderstood() {
    assertThat(new Colors(true, () -> true).of(TEXT)).isNotEqualTo(TEXT);
    assertThat(new Colors(true, () -> false).of(TEXT)).isEqualTo(TEXT);
    assertThat(new Colors(false, () -> true).of(TEXT)).isEqualTo(TEXT);
  }

  @Test
  void alwaysMeansAlways() {
    Colors colors = new Colors(false, () -> false);
    colors.use(When.ALWAYS);
    assertThat(colors.of(TEXT)).isNotEqualTo(TEXT);
  }
}
