package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of a page is the person's choice, else the browser's, else English. */
final class PageLanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -                                    | ENGLISH
          ''                                   | ENGLISH
          ja                                   | JAPANESE
          JA-jp                                | JAPANESE
          ja-JP,ja;q=0.9,en-US;q=0.8,en;q=0.7  | JAPANESE
          en-US,en;q=0.9,ja;q=0.8              | ENGLISH
          en;q=0.5,ja;q=0.8                    | JAPANESE
          en;q=0.8, ja;q=0.8                   | ENGLISH
          ja;q=0                               | ENGLISH
          ja;q=0, en;q=0.1                     | ENGLISH
          de, fr;q=0.5                         | ENGLISH
          de, ja;q=0.1                         | JAPANESE
          *                                    | ENGLISH
          jam                                  | ENGLISH
          ja;q=often                           | ENGLISH
          ;;;,,,                               | ENGLISH
          """)
  void theBrowsersPreferencesAreHonored(String accepted, Language language) {
    assertThat(PageLanguage.of(null, accepted)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          language=ja                    | en | JAPANESE
          language=en                    | ja | ENGLISH
          garrison-8740=x; language=ja   | en | JAPANESE
          language=                      | ja | JAPANESE
          language=xx                    | ja | JAPANESE
          languages=ja                   | en | ENGLISH
          """)
  void theChoiceOfAPersonComesFirst(String cookies, String accepted, Language language) {
    assertThat(PageLanguage.of(cookies, accepted)).isEqualTo(language);
  }

  @Test
  void theChoiceIsKeptForAYear() {
    assertThat(PageLanguage.cookie(Language.JAPANESE, false))
        .isEqualTo("language=ja; Path=/; Max-Age=31536000; SameSite=Lax");
    assertThat(PageLanguage.cookie(Language.ENGLISH, true))
        .isEqualTo("language=en; Path=/; Max-Age=31536000; SameSite=Lax; Secure");
  }
}
