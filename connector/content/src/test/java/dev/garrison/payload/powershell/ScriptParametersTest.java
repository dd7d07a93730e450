package dev.garrison.payload.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fuzz.CountedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScriptParametersTest {
  @Test
  void theParametersOfTheScriptAreFoundAndThoseOfItsFunctionsAreNot() {
    String text =
        "\r\n\r\n  Param\r\n  (\r\n [guid] $b,\n[switch]$A\n)\r\n\tfunction x { param([string]$c) }";

    assertThat(ScriptParameters.of(text)).containsExactly("A", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\n", " \r\n", "\t", "param", "param\n", "param\n(\nfunction\n", "[guid] "})
  void theyAreLookedForInStepsThatGrowWithTheScript(String piece) {
    CountedText text = new CountedText(piece.repeat(100_000 / piece.length()));

    ScriptParameters.of(text);

    assertThat(text.readsPerCharacter()).isLessThan(30);
  }
}
