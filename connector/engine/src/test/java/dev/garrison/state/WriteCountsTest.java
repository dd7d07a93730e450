package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.state.JournalEntry.After;
import dev.garrison.state.JournalEntry.Before;
import dev.garrison.state.JournalEntry.End;
import dev.garrison.state.JournalEntry.Seen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run of the journal is counted by what it wrote, and what was in place before. */
final class WriteCountsTest {
  private static final JournalEntry END = entry(Optional.empty(), Optional.of(new End(5, 1, 2)));

  private static JournalEntry entry(Optional<After> after, Optional<End> end) {
    return new JournalEntry(1, "", Optional.empty(), Optional.empty(), after, end);
  }

  private static Seen seen(String kind) {
    return new Seen(kind, "", "", Optional.empty(), Optional.empty(), "");
  }

  private static JournalEntry written(String address, String result) {
    return entry(
        Optional.of(new After(address, "create", result, "", seen("found"))), Optional.empty());
  }

  @Test
  void objectsThatWereInPlaceAreNotWritten() {
    WriteCounts counts =
        WriteCounts.of(
                List.of(
                    written("collection/a", "done"),
                    written("collection/b", "done"),
                    written("collection/c", "failed"),
                    END))
            .orElseThrow();

    assertThat(counts).isEqualTo(new WriteCounts(2, 3, 1, 2));
    assertThat(counts.words()).hasToString("2 applied, 3 unchanged, 1 failed, 2 waiting");
    assertThat(counts.words().in(Language.JAPANESE)).isEqualTo("適用済み 2 件、変更なし 3 件、失敗 1 件、待機中 2 件");
  }

  @Test
  void aRunThatWasInterruptedHasNoCounts() {
    assertThat(WriteCounts.of(List.of(written("collection/a", "done")))).isEmpty();
  }

  @Test
  void aRunThatActedOnServersIsOfDeeds() {
    Before deed = new Before("server/SQL01", "run", seen("deed"));

    assertThat(
            WriteCounts.isOfDeeds(
                List.of(
                    new JournalEntry(
                        1,
                        "",
                        Optional.empty(),
                        Optional.of(deed),
                        Optional.empty(),
                        Optional.empty()))))
        .isTrue();
    assertThat(WriteCounts.isOfDeeds(List.of(written("collection/a", "done"), END))).isFalse();
  }
}
