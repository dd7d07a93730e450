package dev.garrison.takeover.composed;

import dev.garrison.takeover.draft.DraftValue;
import java.util.List;

/** From how many servers a ring has now to how many it may have. */
final class Members {
  private static final int ROUND = 5;

  private Members() {}

  /** A fifth more, rounded up to a multiple of five. */
  static DraftValue<Long> withHeadroom(long members) {
    long roomy = Math.max(1, members + (members + 4) / 5);
    long most = (roomy + ROUND - 1) / ROUND * ROUND;
    return new DraftValue<>(
        most, List.of("%d now, and a fifth more as headroom.".formatted(members)));
  }
}
