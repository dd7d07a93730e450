package dev.garrison.ring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what our collections of servers that leave are known again. */
final class OffboardingNoteTest {
  @Test
  void bothCollectionsSayWhatTheyAreForAndOfWhichEntry() {
    assertThat(new OffboardingNote("old", false).describing())
        .isEqualTo("Servers that leave, kept out of every ring. {leaving: old}");
    assertThat(new OffboardingNote("old", true).describing())
        .isEqualTo("Servers that may be offboarded. {offboarding: old}");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatTheySayIsReadAgainWithTheMarkBehindIt(boolean offboards) {
    OffboardingNote note = new OffboardingNote("old", offboards);
    assertThat(OffboardingNote.in(note.describing() + " [garrison:1:small]")).contains(note);
    assertThat(OffboardingNote.in(note.text())).contains(note);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "leaving: old", "{leaving: }", "{gone: old}", "{leaving: {old}"})
  void anythingElseRemindsOfNoEntry(String comment) {
    assertThat(OffboardingNote.in(comment)).isEmpty();
  }
}
