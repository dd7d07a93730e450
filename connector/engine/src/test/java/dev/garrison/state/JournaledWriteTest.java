package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JournaledWriteTest {
  private static final JournalEntry.Seen MISSING =
      new JournalEntry.Seen("missing", "", "", Optional.empty(), Optional.empty(), "");

  private static JournalEntry before(String address) {
    return new JournalEntry(
        1,
        "",
        Optional.empty(),
        Optional.of(new JournalEntry.Before(address, "CREATE", MISSING)),
        Optional.empty(),
        Optional.empty());
  }

  private static JournalEntry after(String address) {
    return new JournalEntry(
        2,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.of(new JournalEntry.After(address, "CREATE", "done", "", MISSING)),
        Optional.empty());
  }

  private static List<String> unanswered(JournalEntry... entries) {
    return JournaledWrite.unanswered(List.of(entries)).stream()
        .map(JournalEntry.Before::address)
        .toList();
  }

  @Test
  void aWriteIsAnsweredByTheNextLineOfTheSameObject() {
    assertThat(unanswered(before("thing:a"), after("thing:a"))).isEmpty();
  }

  /** Such as the late result of a script that runs on another server. */
  @Test
  void aLineOfAnotherObjectDoesNotAnswerAWrite() {
    assertThat(unanswered(before("thing:a"), after("thing:b"))).containsExactly("thing:a");
  }

  @Test
  void aWriteWithoutANextLineIsUnanswered() {
    assertThat(unanswered(before("thing:a"))).containsExactly("thing:a");
  }
}
