package dev.garrison.server.page.fleet;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.FleetReading;
import java.util.List;

/** The page of one server's history. */
final class ServerPage {
  private final FleetReading fleet;

  ServerPage(FleetReading fleet) {
    this.fleet = fleet;
  }

  /** Content of the page of one server. */
  record Story(Frame frame, ApiAnswers.Story story, List<Now> now) {}

  /** State of the server in one ring, and the fix for it. */
  record Now(ApiAnswers.Stay stay, String group, String style, String remedy) {}

  Page page() {
    return new Page("/servers/{name}", this::story);
  }

  private View story(PageRequest request) {
    ApiAnswers.Story story =
        fleet
            .story(request.part("name"))
            .orElseThrow(() ->
                PageRequest.missing(
                    "No server of this name was seen.",
                    "Look for it on the page of servers; the job 'status' keeps what it sees."));
    return new View(
        "fleet/server",
        new Story(
            request.frame(),
            story,
            story.states().stream()
                .filter(stay -> stay.until().isEmpty())
                .map(ServerPage::now)
                .toList()));
  }

  private static Now now(ApiAnswers.Stay stay) {
    ServerState state = Worded.of(ServerState.class, stay.state()).orElse(ServerState.UNCLEAR);
    String group = state.group().label();
    return new Now(stay, group, Bar.style(group), state.remedy());
  }
}
