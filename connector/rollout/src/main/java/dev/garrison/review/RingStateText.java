package dev.garrison.review;

import dev.garrison.language.Text;
import dev.garrison.ring.RingState;
import java.util.Arrays;

/** Names of the states of rings. */
public final class RingStateText {
  private RingStateText() {}

  /** The name of a state. */
  public static Text of(RingState state) {
    return Text.of(
        switch (state) {
          case WAITING -> "ring.waiting";
          case BLOCKED -> "ring.blocked";
          case OPEN -> "ring.open";
          case SOAKING -> "ring.soaking";
          case PASSED -> "ring.passed";
          case STALLED -> "ring.stalled";
          case HALTED -> "ring.halted";
        });
  }

  /** The name of a state that a plan recorded by its word. */
  static Text of(String word) {
    return Arrays.stream(RingState.values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .map(RingStateText::of)
        .orElseGet(() -> Text.verbatim(word));
  }
}
