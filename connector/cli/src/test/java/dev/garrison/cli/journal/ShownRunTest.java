package dev.garrison.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.journal.ShownRun.Write;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalEntry.After;
import dev.garrison.state.JournalEntry.Before;
import dev.garrison.state.JournalEntry.Seen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShownRunTest {
  private static final Seen MISSING =
      new Seen("missing", "", "", Optional.empty(), Optional.empty(), "");

  private static JournalEntry before(String object) {
    return new JournalEntry(
        1,
        "",
        Optional.empty(),
        Optional.of(new Before(object, "CREATE", MISSING)),
        Optional.empty(),
        Optional.empty());
  }

  private static JournalEntry after(String object) {
    return new JournalEntry(
        2,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.of(new After(object, "CREATE", "failed", "timed out", MISSING)),
        Optional.empty());
  }

  @Test
  void aWriteWithoutAnAnswerIsUnknownAndComesLast() {
    ShownRun run =
        ShownRun.of("PS1", "1", List.of(before("thing.a"), before("thing.b"), after("thing.b")));
    assertThat(run.writes())
        .containsExactly(
            new Write("thing.b", "CREATE", "failed", "timed out"),
            new Write("thing.a", "CREATE", "unknown", ""));
    assertThat(run.unknown()).isEqualTo(1);
    assertThat(run.run()).isEmpty();
    assertThat(run.end()).isEmpty();
  }
}
