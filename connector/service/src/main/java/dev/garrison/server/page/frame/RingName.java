package dev.garrison.server.page.frame;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.ring.RingState;

/** Names of the states of rings on pages. */
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
    return switch (state) {
      case WAITING -> t("page.ring-state.not-started");
      case OPEN -> hasStarted ? t("page.ring-state.in-progress") : t("page.ring-state.ready");
      case PASSED -> t("page.ring-state.met");
      case SOAKING -> t("page.ring-state.soaking");
      case BLOCKED -> t("page.ring-state.blocked");
      case STALLED -> t("page.ring-state.stalled");
      case HALTED -> t("page.ring-state.halted");
    };
  }
}
