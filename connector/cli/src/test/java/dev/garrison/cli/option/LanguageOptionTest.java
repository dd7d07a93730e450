package dev.garrison.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.language.Language;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

final class LanguageOptionTest {
  @Test
  void itIsFoundWhereverItStandsAndTheLastOneCounts() {
    assertThat(LanguageOption.in("--lang", "ja", "plan")).contains(Language.JAPANESE);
    assertThat(LanguageOption.in("plan", "--nonsense", "--lang=ja")).contains(Language.JAPANESE);
    assertThat(LanguageOption.in("--lang=ja", "plan", "--lang", "en")).contains(Language.ENGLISH);
  }

  @Test
  void whatIsNoLanguageIsNotFound() {
    assertThat(LanguageOption.in()).isEmpty();
    assertThat(LanguageOption.in("--lang")).isEmpty();
    assertThat(LanguageOption.in("--lang", "fr")).isEmpty();
    assertThat(LanguageOption.in("lab", "--", "--lang", "ja")).isEmpty();
  }

  @Test
  void anotherLanguageIsRefused() {
    assertThatThrownBy(() -> new LanguageOption().convert("fr"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("\"fr\" isn't one of en, ja.");
  }

  @Test
  void completionOffersTheTags() {
    assertThat(new LanguageOption()).containsExactly("en", "ja");
  }
}
