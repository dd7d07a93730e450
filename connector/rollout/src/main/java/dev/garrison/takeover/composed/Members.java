package dev.garrison.takeover.composed;

import dev.garrison.manifest.draft.RingSize;
import dev.garrison.takeover.draft.DraftValue;
import java.util.List;

/** Proposes the most servers of a ring, and says from which number. */
final class Members {
  private Members() {}

  /** A fifth more servers, rounded up to a multiple of five. */
  static DraftValue<Long> withHeadroom(long members) {
    return new DraftValue<>(
        RingSize.withHeadroom(members),
        List.of("%d now, and a fifth more as headroom.".formatted(members)));
  }
}
