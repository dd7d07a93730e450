package dev.garrison.cli.service;

import dev.garrison.history.StandingHistory.Count;
import dev.garrison.json.JsonForm;
import dev.garrison.server.reading.ApiAnswers;
import java.util.List;

/** Number of servers by state and time, as JSON. */
record ServerCountsAnswer(String format, List<ApiAnswers.Count> counts) implements JsonForm {
  private static final String FORMAT = "garrison-server-counts/1";

  static ServerCountsAnswer of(List<Count> counts) {
    return new ServerCountsAnswer(FORMAT, counts.stream().map(ApiAnswers.Count::of).toList());
  }
}
