package dev.garrison.cli.service;

import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** History of a server's states as JSON. */
record ServerStatesAnswer(String format, List<State> states) implements JsonForm {
  private static final String FORMAT = "garrison-server-history/1";

  /**
   * One state of the server.
   *
   * @param until the end; left out while the state lasts
   */
  record State(
      String server,
      String ring,
      String system,
      String state,
      Instant since,
      @OmittedWhenEmpty Optional<Instant> until)
      implements JsonForm {
    private static State of(Stay stay) {
      return new State(
          stay.server(), stay.ring(), stay.system(), stay.state(), stay.since(), stay.until());
    }
  }

  static ServerStatesAnswer of(List<Stay> stays) {
    return new ServerStatesAnswer(FORMAT, stays.stream().map(State::of).toList());
  }
}
