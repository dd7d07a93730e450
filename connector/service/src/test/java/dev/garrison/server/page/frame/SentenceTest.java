package dev.garrison.server.page.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.language.Language;
import dev.garrison.server.page.frame.Sentence.Part;
import dev.garrison.server.page.frame.Sentence.Slot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A text with elements in it is whole in each language, and its parts are text. */
final class SentenceTest {
  @Test
  void theElementsStandWhereTheLanguageHasThem() {
    assertThat(Sentence.of("page.runs.missed").parts())
        .extracting(Part::text, Part::slot)
        .containsExactly(
            tuple("missed ", Optional.empty()),
            tuple("", Optional.of(Slot.TIME)),
            tuple("", Optional.empty()));
    assertThat(Language.JAPANESE.during(() -> Sentence.of("page.runs.missed")).parts())
        .extracting(Part::text, Part::slot)
        .containsExactly(
            tuple("予定 ", Optional.empty()),
            tuple("", Optional.of(Slot.TIME)),
            tuple(" より遅延", Optional.empty()));
  }

  @Test
  void aNameCannotStandForAnElement() {
    Sentence sentence = Sentence.of("page.approve.ring", "servers", List.of("SQL\uE00001", "<b>"));

    assertThat(sentence.parts())
        .extracting(Part::text)
        .containsExactly("Ring ", "", ": SQL01, <b>");
  }
}
