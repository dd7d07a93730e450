package dev.garrison.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "ja, JAPANESE",
    "ja_JP.UTF-8, JAPANESE",
    "ja-JP, JAPANESE",
    "JA, JAPANESE",
    "en, ENGLISH",
    "en_US.UTF-8@euro, ENGLISH"
  })
  void aLanguageIsFoundByTheNameOfALocale(String name, Language language) {
    assertThat(Language.of(name)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "POSIX", "C.UTF-8", "fr_FR", "jav"})
  void anotherLanguageIsNotFound(String name) {
    assertThat(Language.of(name)).isEmpty();
  }

  @Test
  void theReaderIsEnglishUntilALanguageIsBound() {
    assertThat(Language.inUse()).isEqualTo(Language.ENGLISH);
    assertThat(Language.JAPANESE.during(Language::inUse)).isEqualTo(Language.JAPANESE);
    assertThat(Language.inUse()).isEqualTo(Language.ENGLISH);
  }
}
