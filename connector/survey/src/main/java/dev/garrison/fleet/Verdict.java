package dev.garrison.fleet;

import java.util.Optional;

/**
 * Where a server stands.
 *
 * @param why in words, with the numbers that the site gave
 * @param remedy what to do
 * @param disagreement what two sources say differently, and which one counts
 */
public record Verdict(ServerState state, String why, String remedy, Optional<String> disagreement) {
  /** Whether nothing goes on any more, and it is not onboarded. */
  boolean hasEnded() {
    return state.group() == ServerState.Group.LOOK || state == ServerState.NOT_READY;
  }

  static Verdict of(ServerState state, String why) {
    return new Verdict(state, why, state.remedy(), Optional.empty());
  }
}
