package dev.garrison.server.page.fleet;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.manifest.Ring;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.FleetReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of all servers, and of one server's history. */
final class ServerPages {
  private static final int MOST = 100;

  private final FleetReading fleet;
  private final List<Ring> rings;

  ServerPages(FleetReading fleet, List<Ring> rings) {
    this.fleet = fleet;
    this.rings = rings;
  }

  /**
   * Content of the list of servers.
   *
   * @param next the address of the next page
   */
  record Model(
      Frame frame,
      Optional<String> prefix,
      Optional<String> ring,
      Optional<String> state,
      List<String> rings,
      List<String> states,
      ApiAnswers.Servers servers,
      boolean isFirst,
      Optional<String> next) {
    boolean isFiltered() {
      return prefix.isPresent() || ring.isPresent() || state.isPresent();
    }
  }

  /** Content of the page of one server. */
  record Story(Frame frame, ApiAnswers.Story story, List<Now> now) {}

  /** State of the server in one ring, and the fix for it. */
  record Now(ApiAnswers.Stay stay, String group, String style, String remedy) {}

  List<Page> pages() {
    return List.of(
        new Page(Tab.SERVERS.path(), this::list), new Page("/servers/{name}", this::story));
  }

  private View list(PageRequest request) {
    Optional<String> prefix = request.text("prefix");
    Optional<String> ring = request.text("ring");
    Optional<ServerState> state = request.text("state").map(ServerPages::state);
    Optional<Place> after =
        request
            .text("after")
            .map(cursor ->
                FleetReading.place(cursor)
                    .orElseThrow(() ->
                        PageRequest.missing(
                            "There is no such page of servers.", "Begin at the first page.")));
    ApiAnswers.Servers servers = fleet.servers(prefix, ring, state, after, MOST);
    Optional<String> word = state.map(ServerState::word);
    return new View(
        "fleet/servers",
        new Model(
            request.frame(),
            prefix,
            ring,
            word,
            rings.stream().map(Ring::name).toList(),
            Worded.words(ServerState.class),
            servers,
            after.isEmpty(),
            servers.next().map(next -> address(prefix, ring, word, next))));
  }

  private static String address(
      Optional<String> prefix, Optional<String> ring, Optional<String> state, String after) {
    Map<String, String> query = new LinkedHashMap<>();
    prefix.ifPresent(text -> query.put("prefix", text));
    ring.ifPresent(text -> query.put("ring", text));
    state.ifPresent(text -> query.put("state", text));
    query.put("after", after);
    return Links.to(Tab.SERVERS.path(), query);
  }

  private static ServerState state(String word) {
    return Worded.of(ServerState.class, word)
        .orElseThrow(() ->
            PageRequest.missing(
                "There is no state '%s' of servers.".formatted(word),
                "There are the states "
                    + String.join(", ", Worded.words(ServerState.class))
                    + "."));
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
                .map(ServerPages::now)
                .toList()));
  }

  private static Now now(ApiAnswers.Stay stay) {
    ServerState state = Worded.of(ServerState.class, stay.state()).orElse(ServerState.UNCLEAR);
    String group = state.group().label();
    return new Now(stay, group, Bar.style(group), state.remedy());
  }
}
