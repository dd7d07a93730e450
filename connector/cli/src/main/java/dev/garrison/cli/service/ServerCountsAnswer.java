package dev.garrison.cli.service;

import dev.garrison.history.StandingHistory.Count;
import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.List;

/** How many servers were in which state and when, for programs. */
record ServerCountsAnswer(String format, List<Counted> counts) implements JsonForm {
  private static final String FORMAT = "garrison-server-counts/1";

  record Counted(Instant at, String ring, String system, String state, int servers)
      implements JsonForm {
    private static Counted of(Count count) {
      return new Counted(count.at(), count.ring(), count.system(), count.state(), count.servers());
    }
  }

  static ServerCountsAnswer of(List<Count> counts) {
    return new ServerCountsAnswer(FORMAT, counts.stream().map(Counted::of).toList());
  }
}
