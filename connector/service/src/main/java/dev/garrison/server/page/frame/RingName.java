package dev.garrison.server.page.frame;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.review.RingStateText;
import dev.garrison.ring.RingState;

/** Names of the states of rings on pages: those of the screens. */
public final class RingName {
  private RingName() {}

  /**
   * Name of a state.
   *
   * @param state its word; empty where no job has checked the ring
   * @param hasStarted whether the ring has a deployment
   */
  public static String of(String state, boolean hasStarted) {
    if (state.isEmpty()) {
      return t("page.ring-state.unchecked");
    }
    return Worded.of(RingState.class, state).map(each -> name(each, hasStarted)).orElse(state);
  }

  private static String name(RingState state, boolean hasStarted) {
    return state == RingState.OPEN && !hasStarted
        ? t("page.ring-state.ready")
        : RingStateText.of(state).shown();
  }
}
