package dev.garrison.takeover.composed;

import dev.garrison.takeover.draft.DraftValue;
import java.util.List;

/** Proposes the most servers of a ring from its present number. */
final class Members {
  private static final int ROUND = 5;

  private Members() {}

  /** A fifth more servers, rounded up to a multiple of five. */
  static DraftValue<Long> withHeadroom(long members) {
    long roomy = Math.max(1, members + (members + 4) / 5);
    long most = (roomy + ROUND - 1) / ROUND * ROUND;
    return new DraftValue<>(
        most, List.of("%d now, and a fifth more as headroom.".formatted(members)));
  }
}
