package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalEntry.After;
import dev.garrison.state.JournalEntry.End;
import dev.garrison.state.JournalEntry.Seen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A journal counts objects as the end of an apply does. */
final class JournalViewTest {
  private static final Seen SEEN =
      new Seen("found", "", "", Optional.empty(), Optional.empty(), "");
  private static final List<JournalEntry> RUN =
      List.of(
          new JournalEntry(
              1,
              "",
              Optional.empty(),
              Optional.empty(),
              Optional.of(new After("thing/a", "CREATE", "done", "", SEEN)),
              Optional.empty()),
          new JournalEntry(
              1,
              "",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(new End(3, 0, 0))));

  @Test
  void aRunThatWroteOneOfThreeObjectsSaysSo() {
    assertThat(JournalView.summary("run-1", RUN))
        .isEqualTo("run-1  ?: 1 applied, 2 unchanged, 0 failed, 0 waiting");
    assertThat(Language.JAPANESE.during(() -> JournalView.summary("run-1", RUN)))
        .isEqualTo("run-1  ?: 適用済み 1 件、変更なし 2 件、失敗 0 件、待機中 0 件");
  }

  @Test
  void aRunThatWasInterruptedHasNoCounts() {
    assertThat(JournalView.summary("run-1", RUN.subList(0, 1))).isEqualTo("run-1  ?: interrupted");
  }
}
