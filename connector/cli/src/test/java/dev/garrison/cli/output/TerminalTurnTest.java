package dev.garrison.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TerminalTurnTest {
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void forget() {
    TerminalTurn.erasedBy(() -> {});
  }

  @Test
  void aQuestionErasesWhatWasDrawnAndNothingIsDrawnUntilItIsAnswered() {
    TerminalTurn.erasedBy(() -> seen.add("erased"));
    TerminalTurn.draw(() -> seen.add("drawn"));
    String answer =
        TerminalTurn.ask(() -> {
          seen.add("asked");
          drawElsewhere();
          return "answer";
        });
    drawElsewhere();
    assertThat(answer).isEqualTo("answer");
    assertThat(seen).containsExactly("drawn", "erased", "asked", "drawn");
  }

  /** Draws as the thread of a clock does. */
  private void drawElsewhere() {
    Thread clock = Thread.ofPlatform().start(() -> TerminalTurn.draw(() -> seen.add("drawn")));
    try {
      clock.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
