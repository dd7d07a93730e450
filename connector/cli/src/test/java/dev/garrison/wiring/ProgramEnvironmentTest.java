package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineDefaults;
import dev.garrison.language.Language;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgramEnvironmentTest {
  @Test
  void everyVariableSetsItsDefault() {
    assertThat(
            ProgramEnvironment.defaults(
                Map.of(
                    "GARRISON_MANIFEST", "/srv/site.yaml",
                    "GARRISON_STATE", "/srv/state",
                    "GARRISON_NO_COLOR", "1",
                    "GARRISON_LANG", "ja"),
                "en_US.UTF-8"))
        .isEqualTo(
            new CommandLineDefaults(
                Optional.of("/srv/site.yaml"),
                Optional.of("/srv/state"),
                false,
                Language.JAPANESE));
  }

  @Test
  void anEmptyVariableCountsAsUnset() {
    assertThat(
            ProgramEnvironment.defaults(
                Map.of(
                    "GARRISON_MANIFEST", "",
                    "GARRISON_STATE", "",
                    "GARRISON_NO_COLOR", "",
                    "GARRISON_LANG", ""),
                ""))
        .isEqualTo(CommandLineDefaults.none());
  }

  @ParameterizedTest
  @CsvSource({
    "en, ja_JP.UTF-8, ENGLISH",
    "'', ja_JP.UTF-8, JAPANESE",
    "fr, ja_JP.UTF-8, JAPANESE",
    "'', fr_FR.UTF-8, ENGLISH",
    "'', C, ENGLISH"
  })
  void theVariableComesBeforeTheLocaleAndEnglishIsLast(
      String variable, String locale, Language expected) {
    assertThat(ProgramEnvironment.defaults(Map.of("GARRISON_LANG", variable), locale).language())
        .isEqualTo(expected);
  }
}
