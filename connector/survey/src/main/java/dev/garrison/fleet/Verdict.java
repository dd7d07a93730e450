package dev.garrison.fleet;

import dev.garrison.language.Text;
import java.util.Optional;

/**
 * Status of a server, with its reason.
 *
 * @param why as a clause in English, with the numbers that the site gave
 * @param remedy the action to take
 * @param disagreement the contradiction of two sources, and which one counts
 */
public record Verdict(ServerState state, String why, String remedy, Optional<String> disagreement) {
  /** Checks whether the server makes no further progress and is not onboarded. */
  boolean hasEnded() {
    return state.group() == ServerState.Group.LOOK || state == ServerState.NOT_READY;
  }

  static Verdict of(ServerState state, Text why) {
    return of(state, why.toString());
  }

  static Verdict of(ServerState state, String why) {
    return new Verdict(state, why, state.remedy(), Optional.empty());
  }
}
