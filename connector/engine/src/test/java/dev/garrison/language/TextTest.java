package dev.garrison.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTest {
  @Test
  void aPlaceIsFilledWithItsValue() {
    assertThat(Text.verbatim("C:\\a$1 'b' {c}").shown()).isEqualTo("C:\\a$1 'b' {c}");
  }

  @Test
  void aNumberDecidesOnThePlural() {
    assertThat(Text.of("duration.hours", "count", 1)).hasToString("1 hour");
    assertThat(Text.of("duration.hours", "count", 1234)).hasToString("1,234 hours");
  }

  @Test
  void japaneseHasNoPlural() {
    assertThat(Text.of("duration.hours", "count", 1).in(Language.JAPANESE)).isEqualTo("1 時間");
    assertThat(Text.of("duration.hours", "count", 1234).in(Language.JAPANESE))
        .isEqualTo("1,234 時間");
  }

  @Test
  void aClauseHasNoFullStop() {
    assertThat(Text.clause(Text.verbatim("It is gone."))).hasToString("It is gone");
    assertThat(Text.clause(Text.verbatim("ありません。")).in(Language.JAPANESE)).isEqualTo("ありません");
    assertThat(Text.clause(Text.verbatim("0.1 s"))).hasToString("0.1 s");
  }

  @Test
  void aTextIsShownInTheLanguageOfItsReader() {
    Text text = DurationText.text(Duration.ofDays(3));
    assertThat(text.shown()).isEqualTo("3 days");
    assertThat(Language.JAPANESE.during(text::shown)).isEqualTo("3 日");
  }

  @Test
  void textsDurationsAndListsInPlacesAreOfTheSameLanguage() {
    Text text =
        Text.of(
            "verbatim",
            "text",
            List.of(Text.of("duration.days", "count", 2), Duration.ofMinutes(5), "x"));
    assertThat(text).hasToString("2 days, 5 minutes, x");
    assertThat(text.in(Language.JAPANESE)).isEqualTo("2 日、5 分、x");
  }

  @Test
  void aPlaceWithoutAValueIsAMistake() {
    assertThatThrownBy(() -> Text.of("verbatim").shown())
        .hasMessage("a place of verbatim has no value");
  }

  @Test
  void aNameWithoutAValueIsAMistake() {
    assertThatThrownBy(() -> Text.of("verbatim", "text"))
        .hasMessage("a place of verbatim has no value");
  }

  @Test
  void aKeyThatNoBundleHasIsAMistake() {
    assertThatThrownBy(() -> Text.of("no.such.text").shown())
        .hasMessage("no text 'no.such.text' in en");
  }

  @Test
  void aMessageOfTheSystemIsQuotedInAJapaneseSentence() {
    Text reason = Text.of(new IOException("Connection refused"));
    assertThat(reason).hasToString("Connection refused");
    assertThat(reason.in(Language.JAPANESE)).isEqualTo("「Connection refused」");
  }
}
