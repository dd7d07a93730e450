package dev.garrison.fleet;

import java.util.Optional;

/**
 * Status of a server, with its reason.
 *
 * @param why in words, with the numbers that the site gave
 * @param remedy the action to take
 * @param disagreement the contradiction of two sources, and which one counts
 */
public record Verdict(ServerState state, String why, String remedy, Optional<String> disagreement) {
  /** Checks whether the server makes no further progress and is not onboarded. */
  boolean hasEnded() {
    return state.group() == ServerState.Group.LOOK || state == ServerState.NOT_READY;
  }

  static Verdict of(ServerState state, String why) {
    return new Verdict(state, why, state.remedy(), Optional.empty());
  }
}
